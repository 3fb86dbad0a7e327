import { NOTHING_BUILT } from "../../../infra/data/backend";
import { problem } from "../../config/problem";
import type { StoreChoice } from "../store-choice";

/** Redis pub/sub, over the cluster that is there anyway. */
export const redisPubSub: StoreChoice<undefined> = {
    about: {
        title: "Redis pub/sub",
        select: "eventbus.enabled: false",
        choose: "Where nothing outside the platform reads its events.",
        limits: [
            "No durability: an event reaches whoever listens at that moment, and nothing can be replayed.",
            "The streaming tier cannot consume from it.",
        ],
    },
    settings: undefined,
    selectedBy: ({ eventBus }) => eventBus === "redis",
    warnings: () => {
        const rule =
            "Redis pub/sub keeps no event: a consumer that is not connected at that moment never gets it, and nothing can be replayed";
        const fix =
            "Set eventbus.enabled to true and eventbus.backend to kafka, kinesis or pulsar in kaireon:values where an event must not be lost";
        return [problem("config.EVENT_PUBLISHER", "redis", rule, fix)];
    },
    build: () => ({ backend: { ...NOTHING_BUILT, values: { config: { EVENT_PUBLISHER: "redis" } } } }),
};
