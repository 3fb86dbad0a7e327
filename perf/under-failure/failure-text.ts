import type { FailureFile } from "./failure-file";
import type { Recovery } from "./recovery";

const VERDICTS: Readonly<Record<Recovery["verdict"], string>> = {
    unharmed: "Nothing was seen of it: the platform bore it, or it did not take place. See that it did.",
    recovered: "It recovered in time.",
    late: "It recovered, and too late.",
    relapsed: "It recovered, and broke again.",
    "not-recovered": "It has not recovered while it was watched.",
    "not-judged": "It can't be judged: the load was not steady before.",
};

/** Whether the recovery target was kept, and the SLO with it. */
export function isKept({ recovery }: FailureFile): boolean {
    return recovery !== null && ["unharmed", "recovered"].includes(recovery.verdict) && recovery.isSloBack;
}

/** What is told of it. */
export function failureText(failure: FailureFile): string {
    const { event, recoveryTarget, recovery, result } = failure;
    const mark =
        result.target.kind === "simulator"
            ? ["target: simulator. These are figures of the tools, never of the product."]
            : [];
    const head = `${event.title}, under ${result.load.requestsPerSecond}/s on ${result.target.url}.`;
    if (recovery === null) return [...mark, head, "The event was not triggered: nothing is judged."].join("\n");
    const { recoverySeconds, relapses, requestsFailed, failedShare, worstP99Ms, isSloBack } = recovery;
    const back =
        recoverySeconds === null
            ? "Steady state: not back."
            : `Steady state: ${recoverySeconds === 0 ? "never left" : `back after ${recoverySeconds} s`}.`;
    return [
        ...mark,
        head,
        `Event: at ${event.triggeredAt}, second ${event.second} of the load, by ${event.triggeredBy}.`,
        harm(recovery),
        relapses === 0
            ? back
            : `${back} It had come back ${relapses === 1 ? "once" : `${relapses} times`} before, and was lost again.`,
        `Requests failed: ${requestsFailed.toLocaleString("en-US")} (${(failedShare * 100).toFixed(2)} % after the event). Worst p99 of a second: ${Math.round(worstP99Ms).toLocaleString("en-US")} ms.`,
        `SLO over the last ${failure.steadySeconds} s: ${isSloBack ? "kept" : "not kept"}.`,
        `Recovery target: ${recoveryTarget.seconds} s (${recoveryTarget.component}; ${recoveryTarget.source}). ${VERDICTS[recovery.verdict]}`,
        "What was lost for good (RPO) does not show from here.",
    ].join("\n");
}

function harm({ outage, degradedSeconds }: Recovery): string {
    const slow = degradedSeconds === 0 ? "" : ` ${degradedSeconds} s without errors were slower than before the event.`;
    if (outage === null) return `Outage: none.${slow}`;
    return `Outage: from ${outage.beginsAfter} s to ${outage.endsAfter} s after the event, ${outage.seconds} s of it with errors.${slow}`;
}
