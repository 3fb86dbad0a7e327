import type { StoreChoice } from "../store-choice";
import { searchDomain } from "./domain";
import { existingDomain } from "./existing-domain";
import { postgresSearch } from "./postgres-search";

/** `opensearch.enabled`. The keys are the blocks of settings. */
export const SEARCH = {
    search: searchDomain,
    existingSearch: existingDomain,
    postgresSearch,
} as const satisfies Readonly<Record<string, StoreChoice>>;
