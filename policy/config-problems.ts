import type { Policy } from "./policy";
import { type Setting, settingValues } from "./settings";

const LEVELS: readonly unknown[] = ["mandatory", "advisory", "disabled", "remediate"];

/**
 * What is wrong with a pack config, the content of a `--policy-pack-config` file. The engine checks types and bounds by itself,
 * but takes a policy's name that there is not for none of its business: the rule stays as it was, and nobody is told.
 */
export function configProblems(config: unknown, policies: readonly Policy[]): readonly string[] {
    if (!isMap(config)) return ['config: the file must hold an object: { "<policy-id>": "advisory" }.'];
    return Object.entries(config).flatMap(([id, entry]) => {
        if (id === "all") return levelProblems(id, entry);
        const policy = policies.find((one) => one.id === id);
        if (policy === undefined) return [`config: there is no policy ${id}. All are in docs/policies.md.`];
        if (!isMap(entry)) return levelProblems(id, entry);
        const { enforcementLevel = "mandatory", ...settings } = entry;
        return [...levelProblems(id, enforcementLevel), ...settingProblems(policy, settings)];
    });
}

function levelProblems(id: string, level: unknown): readonly string[] {
    if (LEVELS.includes(level)) return [];
    return [`config: the level of ${id} is ${JSON.stringify(level)}; it must be mandatory, advisory or disabled.`];
}

function settingProblems({ id, settings }: Policy, given: Readonly<Record<string, unknown>>): readonly string[] {
    return Object.entries(given).flatMap(([name, value]) => {
        try {
            settingValues(id, settings, { [name]: value });
        } catch (problem) {
            return [problem instanceof Error ? problem.message : String(problem)];
        }
        const setting = settings[name];
        return setting === undefined ? [] : boundProblems(`${id}.${name}`, value, setting);
    });
}

function boundProblems(
    place: string,
    value: unknown,
    { minimum = -Infinity, maximum = Infinity }: Setting,
): readonly string[] {
    if (typeof value !== "number" || (value >= minimum && value <= maximum)) return [];
    const bounds = [
        ...(minimum === -Infinity ? [] : [`at least ${minimum}`]),
        ...(maximum === Infinity ? [] : [`at most ${maximum}`]),
    ];
    return [`config: ${place} is ${value}; it must be ${bounds.join(" and ")}.`];
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}
