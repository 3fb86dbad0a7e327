import type { StoreChoice } from "../store-choice";
import { aurora } from "./aurora";

/** `postgres.mode: external`: where the database comes from. The keys are the blocks of settings. */
export const POSTGRES = { postgres: aurora } as const satisfies Readonly<Record<string, StoreChoice>>;
