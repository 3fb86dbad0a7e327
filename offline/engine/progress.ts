import { type Options, SingleBar } from "cli-progress";

/** How far a build is: a bar on a terminal, a line every twenty seconds elsewhere. */
export interface Progress {
    /** @param total packages to compile, of which Go reports each one once it is done */
    start(total: number): void;
    step(): void;
    stop(): void;
}

/** How a build reaches the user. */
export interface Report {
    readonly say: (line: string) => void;
    readonly progress: Progress;
}

const OPTIONS: Options = {
    format: "  [{bar}] {value} of {total} packages, {duration_formatted}",
    stream: process.stderr,
    barsize: 30,
    hideCursor: true,
    noTTYOutput: true,
    notTTYSchedule: 20_000,
};

/** Reports on stderr: stdout belongs to the engine, whose output may be JSON. */
export function terminalProgress(): Progress {
    const bar = new SingleBar(OPTIONS);
    return {
        start: (total) => bar.start(total, 0),
        step: () => bar.increment(),
        stop: () => bar.stop(),
    };
}
