import { measuredSeconds, peakRate, type Scenario } from "../workload/scenario";
import { SCENARIOS } from "../workload/scenarios";
import type { MeasuredRun } from "./measured-run";
import { unfitProblems } from "./unfit-problems";

/**
 * Why a run may not become a baseline, a sentence each. Whether it keeps the SLO is no such reason: a baseline says what is.
 * @param anyLoad a run of the simulator, kept elsewhere to try the tools, may be as short as one likes
 */
export function baselineProblems(run: MeasuredRun, anyLoad = false): string[] {
    return [...unfitProblems(run), ...(anyLoad ? [] : [...simulatorProblems(run), ...specialProblems(run)])];
}

function simulatorProblems({ path, result }: MeasuredRun): string[] {
    return result.target.kind === "platform"
        ? []
        : [
              `${path} was measured against the simulator; baselines are of the product. To try the tools, give another folder with --folder.`,
          ];
}

/** Of a load that its scenario does not ask for: under the same name, the next run would be held against something else. */
function specialProblems({ path, result: { scenario: name, load } }: MeasuredRun): string[] {
    const scenario = SCENARIOS.find((one) => one.name === name);
    if (scenario === undefined)
        return [`${path}: ${name} is none of the scenarios ${SCENARIOS.map((one) => one.name).join(", ")}.`];
    if (scenario.untilBroken === true)
        return [`${path}: ${name} goes on until something breaks; it finds a limit, and is no baseline.`];
    return expected(scenario)
        .filter(({ key, value }) => load[key] !== value)
        .map(
            ({ key, value }) =>
                `${path}: load.${key} is ${load[key]}, and ${name} is defined with ${value}. Run the scenario as it is.`,
        );
}

function expected(scenario: Scenario) {
    return [
        { key: "requestsPerSecond", value: peakRate(scenario) },
        { key: "seconds", value: measuredSeconds(scenario) },
        { key: "warmUpSeconds", value: scenario.warmUpSeconds },
    ] as const;
}
