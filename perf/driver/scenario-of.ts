import { measuredSeconds, peakRate, type Scenario } from "../workload/scenario";
import { scenarioNamed } from "../workload/scenarios";

export interface ScenarioChoice {
    readonly scenario: string;
    /** A constant rate instead of the scenario's, in requests a second. */
    readonly rps?: number;
    /** Instead of the scenario's, in seconds. */
    readonly duration?: number;
    readonly warmUp: boolean;
}

/** The scenario that was asked for. With a rate or a duration of its own it is one constant phase, named after its rate. */
export function scenarioOf({ scenario: name, rps, duration, warmUp }: ScenarioChoice): Scenario {
    const named = scenarioNamed(name);
    const scenario = warmUp ? named : { ...named, warmUpSeconds: 0 };
    if (rps === undefined && duration === undefined) return scenario;
    const rate = rps ?? peakRate(named);
    const seconds = duration ?? measuredSeconds(named);
    return {
        name: `${baseName(named.name)}-${rateName(rate)}`,
        about: `${rate.toLocaleString("en-US")} requests a second for ${seconds} s.`,
        warmUpSeconds: scenario.warmUpSeconds,
        phases: [{ seconds, fromRate: rate, toRate: rate }],
        mix: named.mix,
    };
}

/** As the scenarios are named: 100rps, 5krps; a point is none of a name's characters. */
function rateName(rate: number): string {
    return rate % 1000 === 0 ? `${rate / 1000}krps` : `${String(rate).replace(".", "-")}rps`;
}

function baseName(name: string): string {
    return name.replace(/-\d+k?rps$/, "");
}
