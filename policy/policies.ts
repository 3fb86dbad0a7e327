import { capacityPolicies } from "./capacity";
import { capacityNotCovered } from "./capacity/not-covered";
import { compliancePolicies } from "./compliance";
import { complianceNotCovered } from "./compliance/not-covered";
import { consistencyPolicies } from "./consistency";
import { consistencyNotCovered } from "./consistency/not-covered";
import type { NotCovered } from "./not-covered";
import type { Policy } from "./policy";

export interface Group {
    readonly title: string;
    readonly policies: readonly Policy[];
    readonly notCovered: readonly NotCovered[];
}

/** In the order of docs/policies.md. */
export const groups: readonly Group[] = [
    { title: "Consistency", policies: consistencyPolicies, notCovered: consistencyNotCovered },
    { title: "Capacity", policies: capacityPolicies, notCovered: capacityNotCovered },
    { title: "Compliance", policies: compliancePolicies, notCovered: complianceNotCovered },
];

/** Everything that the pack checks. */
export const policies: readonly Policy[] = groups.flatMap((group) => group.policies);
