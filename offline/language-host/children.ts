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

    /**
     * Ends all that still run, and waits for them: what a process used counts for its parent only once that has waited, and
     * benchmarks would miss it. A program has nothing to save: the engine holds the state.
     */
    async endAll(): Promise<void> {
        const ends = [...this.#running].map((child) => new Promise((resolve) => child.once("exit", resolve)));
        for (const child of this.#running) child.kill("SIGTERM");
        await Promise.all(ends);
    }
}
