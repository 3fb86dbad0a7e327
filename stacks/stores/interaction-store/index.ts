import type { StoreChoice } from "../store-choice";
import { dynamoDb } from "./dynamodb";
import { keyspaces } from "./keyspaces";
import { postgresInteractions } from "./postgres";
import { scylla } from "./scylla";

/** `interactionStore.backend` and `config.INTERACTION_STORE`. The keys are the blocks of settings. */
export const INTERACTION_STORES = {
    dynamodb: dynamoDb,
    keyspaces,
    scylla,
    postgresInteractions,
} as const satisfies Readonly<Record<string, StoreChoice>>;
