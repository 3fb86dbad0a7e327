import type { Mix } from "../workload/scenario";
import { SCENARIOS } from "../workload/scenarios";

/** `recommend` is what its four scenarios have in common. */
const RECOMMEND = { recommend: 1 } as const;

/** Mixes that a search can send, by name. */
export const SCENARIO_MIXES: readonly string[] = ["recommend", ...SCENARIOS.map(({ name }) => name)];

/** @throws Error where there is none of that name */
export function scenarioMix(name: string): Mix {
    const mix = name === "recommend" ? RECOMMEND : SCENARIOS.find((scenario) => scenario.name === name)?.mix;
    if (mix !== undefined) return mix;
    throw new Error(`scenario-mix is ${JSON.stringify(name)}; it must be one of ${SCENARIO_MIXES.join(", ")}.`);
}
