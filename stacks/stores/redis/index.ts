import type { StoreChoice } from "../store-choice";
import { elastiCache } from "./elasticache";

/** `redis.mode: external` and `redis.cluster: true`: where the cluster comes from. The keys are the blocks of settings. */
export const REDIS = { redis: elastiCache } as const satisfies Readonly<Record<string, StoreChoice>>;
