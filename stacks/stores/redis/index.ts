import type { StoreChoice } from "../store-choice";
import { elastiCache } from "./elasticache";
import { existingRedis } from "./existing-redis";

/** `redis.mode: external` and `redis.cluster: true`: where the cluster comes from. The keys are the blocks of settings. */
export const REDIS = { redis: elastiCache, existingRedis } as const satisfies Readonly<Record<string, StoreChoice>>;
