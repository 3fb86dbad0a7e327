import type { StoreChoice } from "../store-choice";
import { dynamoDb } from "./dynamodb";
import { postgresInteractions } from "./postgres";

/** `interactionStore.backend` and `config.INTERACTION_STORE`. The keys are the blocks of settings. */
export const INTERACTION_STORES = { dynamodb: dynamoDb, postgresInteractions } as const satisfies Readonly<
    Record<string, StoreChoice>
>;
