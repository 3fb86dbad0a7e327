import { virtualUsers } from "../k6/virtual-users";
import { peakRate, type Scenario } from "../workload/scenario";

/** How many runners there are, and what each asks for. */
export interface RunnerPlan {
    readonly runners: number;
    /** Requests a second of each at the peak. */
    readonly rpsPerRunner: number;
    /** Request of CPU, as Kubernetes writes it. */
    readonly cpu: string;
    readonly memoryMib: number;
}

/**
 * Assumed, and to be measured before a run is trusted (`rates.sent` of a result below what was asked for says that it is too much). k6
 * publishes no rate for a core; this is a third of a core for each 100 requests a second, each with a body that is made and one that is read.
 */
export const DEFAULT_RPS_PER_RUNNER = 1000;
/** Three of the four of a kaireon:nodes.load node: https://grafana.com/docs/k6/latest/testing-guides/running-large-tests asks for a fifth idle. */
export const DEFAULT_RUNNER_CPU = "3";

/** The same page: simple tests take 1 to 5 MB for each virtual user. */
const VIRTUAL_USER_MIB = 5;
const BASE_MIB = 1024;

/** As many runners as the peak needs. k6 divides a rate by execution segments, exactly and evenly. */
export function runnerPlan(scenario: Scenario, rpsPerRunner: number, cpu: string): RunnerPlan {
    const peak = peakRate(scenario);
    const runners = Math.max(1, Math.ceil(peak / rpsPerRunner));
    const each = peak / runners;
    return {
        runners,
        rpsPerRunner: each,
        cpu,
        memoryMib: BASE_MIB + VIRTUAL_USER_MIB * virtualUsers(each, scenario.mix).maxVUs,
    };
}
