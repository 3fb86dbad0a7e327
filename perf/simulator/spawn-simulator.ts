import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { PerfError } from "../perf-error";

export interface SpawnedSimulator {
    readonly url: URL;
    stop(): Promise<void>;
}

const MAIN = join(__dirname, "..", "main.js");

/** A simulator in a process of its own, so that it does not share the driver's core. @param options of `simulate` */
export async function spawnSimulator(options: readonly string[]): Promise<SpawnedSimulator> {
    const child = spawn(process.execPath, [MAIN, "simulate", ...options], {
        // The channel is only there to break: whatever ends this process, the simulator ends with it.
        stdio: ["ignore", "pipe", "inherit", "ipc"],
    });
    if (child.stdout === null) throw new Error("simulator: its output is not connected.");
    const lines = createInterface({ input: child.stdout });
    try {
        return { url: new URL(await firstLine(child, lines)), stop: () => stop(child) };
    } catch (problem) {
        await stop(child);
        throw problem;
    }
}

async function firstLine(child: ChildProcess, lines: NodeJS.EventEmitter): Promise<string> {
    const ended = once(child, "close").then(([code]: unknown[]) => {
        throw new PerfError(`simulator: its process ended with ${code} before it listened.`, 1);
    });
    const [line]: unknown[] = await Promise.race([once(lines, "line"), ended]);
    return String(line);
}

async function stop(child: ChildProcess): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const closed = once(child, "close");
    child.kill("SIGTERM");
    await closed;
}
