import { spawn } from "node:child_process";

/** What one run of a command took. */
export interface Cost {
    readonly wallSeconds: number;
    /** User and system time of the command and all that it started and waited for. */
    readonly cpuSeconds: number;
}

export interface Measured extends Cost {
    readonly exitCode: number;
    readonly output: string;
}

export interface MeasuredCommand {
    readonly command: string;
    readonly args: readonly string[];
    readonly cwd: string;
    readonly env: Readonly<Record<string, string>>;
}

/**
 * The shell's `times` counts every process that was waited for, down the tree. The engine waits for its plugins when it closes them,
 * and the language host for the program, so nothing is missing. Node has no figure for children, and `/usr/bin/time` is not everywhere.
 */
const SCRIPT = '"$@"; code=$?; times >&3; exit $code';

/** Runs a command and measures it. */
export async function measure({ command, args, cwd, env }: MeasuredCommand): Promise<Measured> {
    const begin = process.hrtime.bigint();
    const child = spawn("/bin/sh", ["-c", SCRIPT, "sh", command, ...args], {
        cwd,
        env,
        stdio: ["ignore", "pipe", "pipe", "pipe"],
    });
    let output = "";
    let times = "";
    for (const stream of [child.stdout, child.stderr])
        stream?.setEncoding("utf8").on("data", (text) => (output += text));
    child.stdio[3]?.on("data", (text: Buffer) => (times += text.toString()));
    const exitCode = await new Promise<number>((resolve, reject) => {
        child.on("error", reject);
        child.on("close", (code) => resolve(code ?? 1));
    });
    const wallSeconds = Number(process.hrtime.bigint() - begin) / 1e9;
    return { wallSeconds, cpuSeconds: childSeconds(times), exitCode, output };
}

/** Seconds of the children in what `times` prints: a line for the shell, a line for its children, each `user system`. */
export function childSeconds(times: string): number {
    const line = times.trim().split("\n").at(-1) ?? "";
    const parts = [...line.matchAll(/(\d+)m([\d.]+)s/g)];
    if (parts.length !== 2)
        throw new Error(`measure: \`times\` printed ${JSON.stringify(times)}; two times are expected.`);
    return parts.reduce((sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds), 0);
}
