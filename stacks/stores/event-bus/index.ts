import type { StoreChoice } from "../store-choice";
import { eventBridge } from "./eventbridge";
import { existingKafka } from "./existing-kafka";
import { kinesis } from "./kinesis";
import { msk } from "./msk";
import { pulsar } from "./pulsar";
import { redisPubSub } from "./redis-pub-sub";

/** `eventbus.enabled`, `eventbus.backend` and `config.EVENT_PUBLISHER`. The keys are the blocks of settings. */
export const EVENT_BUSES = {
    kafka: msk,
    existingKafka,
    kinesis,
    eventbridge: eventBridge,
    pulsar,
    redisPubSub,
} as const satisfies Readonly<Record<string, StoreChoice>>;
