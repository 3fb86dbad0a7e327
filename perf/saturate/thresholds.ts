import { PerfError } from "../perf-error";
import type { Thresholds } from "./first-crossing";
import { SIGNALS } from "./signals";

/** `databaseConnections=680` and more of them. @throws PerfError with all that are none */
export function thresholdsOf(texts: readonly string[]): Thresholds {
    const problems: string[] = [];
    const thresholds = texts.flatMap((text) => {
        const [, signal = "", value = ""] = /^(\w+)=(.+)$/.exec(text) ?? [];
        const isRight = SIGNALS.some(({ id }) => id === signal) && Number(value) > 0;
        if (!isRight)
            problems.push(
                `threshold: ${text} is none; give <signal>=<number above 0>, with a signal of ${SIGNALS.map(({ id }) => id).join(", ")}.`,
            );
        return isRight ? [[signal, Number(value)] as const] : [];
    });
    if (problems.length > 0) throw new PerfError(problems.join("\n"));
    return Object.fromEntries(thresholds);
}
