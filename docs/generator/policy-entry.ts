import type { Policy } from "../../policy/policy";

/** What there is to say of a policy, in the order in which a reader wants it. */
export interface PolicyEntry {
    readonly title: string;
    readonly facts: readonly (readonly [name: string, value: string])[];
}

export function policyEntry(policy: Policy): PolicyEntry {
    const { title, why, fix, severity, level, controls = [], pitfalls = [], links = [], settings } = policy;
    const looksAt = policy.kind === "resource" ? policy.types.join(", ") : "the whole stack";
    const ids = [...controls, ...pitfalls];
    const facts: readonly (readonly [string, string | undefined])[] = [
        ["Why", why],
        ["To satisfy it", sentence(fix)],
        ["Level", level === undefined ? "mandatory" : `${level.is}: ${level.because}`],
        ["Severity", severity],
        ["Looks at", looksAt],
        ["Ids", ids.length === 0 ? undefined : ids.join(", ")],
        ...Object.entries(settings).map(([name, { description, default: value }]) => {
            return [`Setting ${name}`, `${sentence(description)} Default: \`${JSON.stringify(value)}\``] as const;
        }),
        ...links.map((link) => ["See", `<${link}>`] as const),
    ];
    return { title, facts: facts.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])) };
}

function sentence(text: string): string {
    return text.endsWith(".") ? text : `${text}.`;
}
