import type { NotCovered } from "../../not-covered";
import { TAGS } from "./tags";

export const keyspacesNotCovered: readonly NotCovered[] = [{ id: "Keyspaces.1", why: TAGS }];
