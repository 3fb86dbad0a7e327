import type { NotCovered } from "../not-covered";

export const capacityNotCovered: readonly NotCovered[] = [];
