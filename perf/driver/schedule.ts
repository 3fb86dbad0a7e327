import type { Phase, Scenario } from "../workload/scenario";

/** Sums of rates times seconds are not exact: a request that is due this little before a phase's end belongs to the next phase. */
const ROUNDING = 1e-6;

/**
 * When requests are meant to start, in milliseconds since the phases began. Request number k starts when the integral of the rate reaches
 * k, so a ramp is followed exactly, and the times depend on nothing but the phases.
 */
export function* startTimes(phases: readonly Phase[]): Generator<number, undefined> {
    let next = 0;
    let countBefore = 0;
    let secondsBefore = 0;
    for (const { seconds, fromRate, toRate } of phases) {
        const count = (seconds * (fromRate + toRate)) / 2;
        for (; next < countBefore + count - ROUNDING; next += 1)
            yield 1000 * (secondsBefore + secondsUntil(Math.max(0, next - countBefore), { seconds, fromRate, toRate }));
        countBefore += count;
        secondsBefore += seconds;
    }
    return undefined;
}

/** The warm-up's times, which are negative, and then those of the measured part. */
export function* scenarioTimes({ warmUpSeconds, phases }: Scenario): Generator<number, undefined> {
    const rate = phases[0]?.fromRate ?? 0;
    for (const time of startTimes([{ seconds: warmUpSeconds, fromRate: rate, toRate: rate }]))
        yield time - warmUpSeconds * 1000;
    yield* startTimes(phases);
    return undefined;
}

/**
 * Where a phase has asked for `count` requests: the root of `count = fromRate t + (toRate - fromRate) / (2 seconds) t²`, in the form that
 * loses no digits when both rates are the same.
 */
function secondsUntil(count: number, { seconds, fromRate, toRate }: Phase): number {
    if (count === 0) return 0;
    const growth = (toRate - fromRate) / seconds;
    return (2 * count) / (fromRate + Math.sqrt(Math.max(0, fromRate ** 2 + 2 * growth * count)));
}
