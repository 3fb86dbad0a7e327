import type { NotCovered } from "../../not-covered";

/** One file for each service, as the policies. */
export const complianceNotCovered: readonly NotCovered[] = [];
