import type { NotCovered } from "../not-covered";

export const consistencyNotCovered: readonly NotCovered[] = [];
