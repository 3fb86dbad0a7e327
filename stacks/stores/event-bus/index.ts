import type { StoreChoice } from "../store-choice";
import { msk } from "./msk";
import { redisPubSub } from "./redis-pub-sub";

/** `eventbus.enabled`, `eventbus.backend` and `config.EVENT_PUBLISHER`. The keys are the blocks of settings. */
export const EVENT_BUSES = { kafka: msk, redisPubSub } as const satisfies Readonly<Record<string, StoreChoice>>;
