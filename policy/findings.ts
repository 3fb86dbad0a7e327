import { CannotTell } from "./graph/cannot-tell";
import type { Report } from "./policy";

/** What a check says: a violation at the policy's level, or advisory that something could not be checked. */
export interface Finding {
    readonly kind: "violation" | "unchecked";
    readonly message: string;
    readonly urn?: string;
}

/** Runs a check and gives all that it says. */
export function collectFindings(check: (report: Report) => void): readonly Finding[] {
    const findings: Finding[] = [];
    const add = (kind: Finding["kind"], message: string, urn: string | undefined) =>
        void findings.push(urn === undefined ? { kind, message } : { kind, message, urn });
    const guarded = (part: () => void) => {
        try {
            part();
        } catch (problem) {
            if (!(problem instanceof CannotTell)) throw problem;
            add("unchecked", uncheckedMessage(problem.reason), problem.urn);
        }
    };
    const report: Report = {
        violation: (message, at) => add("violation", message, at?.urn),
        cannotTell: (reason, at) => add("unchecked", uncheckedMessage(reason), at?.urn),
        each: (items, checkItem) => {
            for (const item of items) guarded(() => checkItem(item));
        },
    };
    guarded(() => check(report));
    return findings;
}

export function uncheckedMessage(reason: string): string {
    return `not checked: ${reason}.`;
}
