import type { Policy } from "./policy";
import { isRelaxed } from "./relaxations";
import { REASON, type Setting, settingValues } from "./settings";

const LEVELS: readonly unknown[] = ["mandatory", "advisory", "disabled", "remediate"];

/**
 * What is wrong with a pack config, the content of a `--policy-pack-config` file: names, levels and settings that there are not, and a
 * relaxation without its reason. The engine checks types and bounds by itself,
 * but takes a policy's name that there is not for none of its business: the rule stays as it was, and nobody is told.
 */
export function configProblems(config: unknown, policies: readonly Policy[]): readonly string[] {
    if (!isMap(config)) return ['config: the file must hold an object: { "<policy-id>": "advisory" }.'];
    return Object.entries(config).flatMap(([id, entry]) => {
        if (id === "all") return levelProblems(id, entry);
        const policy = policies.find((one) => one.id === id);
        if (policy === undefined) return [`config: there is no policy ${id}. All are in docs/policies.md.`];
        const problems = entryProblems(policy, entry);
        return problems.length > 0 ? problems : reasonProblems(policy, entry);
    });
}

function entryProblems(policy: Policy, entry: unknown): readonly string[] {
    if (!isMap(entry)) return levelProblems(policy.id, entry);
    const { enforcementLevel = "mandatory", [REASON]: _, ...settings } = entry;
    return [...levelProblems(policy.id, enforcementLevel), ...settingProblems(policy, settings)];
}

/** A relaxation that nobody can explain is one that nobody dares to take back. */
function reasonProblems(policy: Policy, entry: unknown): readonly string[] {
    const reason = isMap(entry) ? entry[REASON] : undefined;
    if (typeof reason === "string" ? reason.trim() !== "" : reason === undefined && !isRelaxed(policy, entry))
        return [];
    const given = JSON.stringify(reason);
    return [
        `config: ${policy.id}.${REASON} is ${given ?? "missing"}; say in a sentence why this stack may do with less.`,
    ];
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
