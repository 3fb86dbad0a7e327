import type { StoreChoice } from "../store-choice";
import { aurora } from "./aurora";
import { existingDatabase } from "./existing-database";

/** `postgres.mode: external`: where the database comes from. The keys are the blocks of settings. */
export const POSTGRES = { postgres: aurora, existingPostgres: existingDatabase } as const satisfies Readonly<
    Record<string, StoreChoice>
>;
