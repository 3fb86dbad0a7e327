import { resultOf } from "../results/result.fixture";
import { type Step, stepOf } from "./step";

/** So many seconds after a search began. */
export const searchTime = (seconds: number) => new Date(Date.parse("2026-11-24T13:00:00.000Z") + seconds * 1000);

/** A step of a search that kept the SLO, or broke it by its latency. @param begins seconds after the search began */
export function searchStep(rate: number, isHeld: boolean, begins: number, seconds = 30): Step {
    return stepOf(rate, resultOf({ latencies: Array.from({ length: 100 }, () => (isHeld ? 10 : 500)) }), {
        startedAt: searchTime(begins),
        endedAt: searchTime(begins + seconds),
        answeredInTime: 100,
        lagMs: 0,
        maxLagMs: 20,
    });
}
