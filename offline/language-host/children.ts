import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";

/** The Node processes that a language host has started; none of them outlives it. */
export class Children {
    readonly #running = new Set<ChildProcess>();

    /** Starts this Node with a script. */
    start(args: readonly string[], options: SpawnOptions): ChildProcess {
        const child = spawn(process.execPath, args, options);
        this.#running.add(child);
        child.on("exit", () => this.#running.delete(child));
        child.on("error", () => this.#running.delete(child));
        return child;
    }

    /** Ends all that still run. A program has nothing to save: the engine holds the state. */
    endAll(): void {
        for (const child of this.#running) child.kill("SIGTERM");
    }
}
