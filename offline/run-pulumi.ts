import { type ChildProcess, spawn } from "node:child_process";
import { constants } from "node:os";
import { type OfflineOptions, prepareRun } from "./prepare-run";

export interface PulumiResult {
    readonly exitCode: number;
    readonly stdout: string;
    readonly stderr: string;
}

/** Runs the engine on this terminal. @returns its exit code */
export async function runPulumi(args: readonly string[], options: OfflineOptions = {}): Promise<number> {
    const run = await prepareRun(args, options);
    const child = spawn(run.command, run.args, { cwd: run.cwd, env: run.env, stdio: "inherit" });
    const release = passSignals(child);
    try {
        return await exitCode(child);
    } finally {
        release();
        run.finish();
    }
}

/** Runs the engine and keeps what it says. It can't ask anything: pass `--yes` where it would. */
export async function capturePulumi(args: readonly string[], options: OfflineOptions = {}): Promise<PulumiResult> {
    const run = await prepareRun(args, options);
    const child = spawn(run.command, run.args, { cwd: run.cwd, env: run.env, stdio: ["ignore", "pipe", "pipe"] });
    const output = { stdout: "", stderr: "" };
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
        output.stdout += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
        output.stderr += text;
    });
    try {
        return { exitCode: await exitCode(child), ...output };
    } finally {
        run.finish();
    }
}

/** The exit code as a shell gives it: 128 and the signal's number for a process that a signal ended. */
function exitCode(child: ChildProcess): Promise<number> {
    return new Promise((resolve, reject) => {
        child.on("error", reject);
        child.on("close", (code, signal) => resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal])));
    });
}

/**
 * Lets the engine end in its own way: it finishes what is under way, saves the state and exits. On a terminal Ctrl-C reaches the
 * engine by itself, and a second one would make it stop at once; a signal to this process alone has to be passed on.
 */
function passSignals(child: ChildProcess): () => void {
    const onTerminal = [process.stdin, process.stdout, process.stderr].some(({ isTTY }) => isTTY);
    const interrupt = () => void (onTerminal || child.kill("SIGINT"));
    const terminate = () => void child.kill("SIGTERM");
    process.on("SIGINT", interrupt).on("SIGTERM", terminate);
    return () => process.off("SIGINT", interrupt).off("SIGTERM", terminate);
}
