import { labelOf, nameOf, typeOf } from "./area";
import type { EventLog, PolicyEvent } from "./event-log";

/** What one policy says, of however many resources. */
export interface Verdict {
    readonly policy: string;
    /** Refuses the change; otherwise it advises. */
    readonly mandatory: boolean;
    readonly severity?: string;
    readonly description?: string;
    /** How to satisfy it, when the policy is one of this project's pack. */
    readonly fix?: string;
    readonly findings: readonly Finding[];
}

/** What this project's pack says of its policies; an event carries only what a policy found. */
export type PolicyTexts = Readonly<Record<string, { readonly title: string; readonly fix: string }>>;

export interface Finding {
    /** `opensearch Domain search`; absent when the policy looked at the whole stack. */
    readonly resource?: string;
    readonly message: string;
}

export interface Verdicts {
    readonly violations: readonly Verdict[];
    /** What could not be judged because a value is known only during the update. */
    readonly unknown: readonly Verdict[];
    /** How many policies looked at anything. */
    readonly policies: number;
}

const SEVERITIES = ["critical", "high", "medium", "low"];

/** How a policy says, as advice, that a value is missing in a preview: this project's pack, and the SDK for any other. */
const SAYS_UNKNOWN = /^not checked: |can't run policy .* during preview/m;

export function verdictsOf(
    { policyEvents, policiesRun }: Pick<EventLog, "policyEvents" | "policiesRun">,
    texts: PolicyTexts = {},
): Verdicts {
    const isUnknown = (event: PolicyEvent) => !isMandatory(event) && SAYS_UNKNOWN.test(event.message);
    return {
        violations: grouped(
            policyEvents.filter((event) => !isUnknown(event)),
            texts,
        ),
        unknown: grouped(policyEvents.filter(isUnknown), texts),
        policies: new Set([...policiesRun, ...policyEvents.map(({ policyName }) => policyName)]).size,
    };
}

function isMandatory({ enforcementLevel }: PolicyEvent): boolean {
    return enforcementLevel === "mandatory";
}

function grouped(events: readonly PolicyEvent[], texts: PolicyTexts): readonly Verdict[] {
    const byPolicy = new Map<string, PolicyEvent[]>();
    for (const event of events) {
        const key = `${event.policyPackName} ${event.policyName} ${event.enforcementLevel}`;
        byPolicy.set(key, [...(byPolicy.get(key) ?? []), event]);
    }
    return [...byPolicy.values()].flatMap((own) => verdictOf(own, texts)).sort(compare);
}

function verdictOf(events: readonly PolicyEvent[], texts: PolicyTexts): Verdict[] {
    const [first] = events;
    if (first === undefined) return [];
    const said = events.map((event) => ({ event, lines: event.message.trim().split("\n") }));
    // With a plain message the SDK puts the policy's description on a line of its own before it.
    const described = said.every(({ lines }) => lines.length > 1 && lines[0] === said[0]?.lines[0]);
    const text = texts[first.policyName];
    const description = text?.title ?? (described ? said[0]?.lines[0] : undefined);
    const findings = said.map(({ event: { resourceUrn = "" }, lines }) => {
        const message = lines.slice(described ? 1 : 0).join("\n");
        // Most messages name their resource themselves.
        const named = isStack(resourceUrn) || message.startsWith(`${nameOf(resourceUrn)} (`);
        return { ...(named ? {} : { resource: labelOf(resourceUrn) }), message };
    });
    return [
        {
            policy: first.policyName,
            mandatory: isMandatory(first),
            ...(first.severity === undefined ? {} : { severity: first.severity }),
            ...(description === undefined ? {} : { description }),
            ...(text === undefined ? {} : { fix: text.fix }),
            findings: findings.sort((left, right) => ((left.resource ?? "") < (right.resource ?? "") ? -1 : 1)),
        },
    ];
}

function isStack(urn: string): boolean {
    return urn === "" || typeOf(urn) === "pulumi:pulumi:Stack";
}

/** What refuses first, then by severity, then by name. */
function compare(left: Verdict, right: Verdict): number {
    const severity = ({ severity: given = "" }: Verdict) => {
        const index = SEVERITIES.indexOf(given);
        return index === -1 ? SEVERITIES.length : index;
    };
    return (
        Number(right.mandatory) - Number(left.mandatory) ||
        severity(left) - severity(right) ||
        (left.policy < right.policy ? -1 : 1)
    );
}
