import { capacityPolicies } from "./capacity";
import { compliancePolicies } from "./compliance";
import { consistencyPolicies } from "./consistency";
import type { Policy } from "./policy";

export const groups = {
    consistency: consistencyPolicies,
    capacity: capacityPolicies,
    compliance: compliancePolicies,
} as const satisfies Readonly<Record<string, readonly Policy[]>>;

/** Everything that the pack checks, in the order of docs/policies.md. */
export const policies: readonly Policy[] = Object.values(groups).flat();
