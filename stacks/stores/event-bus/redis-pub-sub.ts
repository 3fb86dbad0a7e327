import { NOTHING_BUILT } from "../../../infra/data/backend";
import type { StoreChoice } from "../store-choice";

/** Redis pub/sub, over the cluster that is there anyway. */
export const redisPubSub: StoreChoice<undefined> = {
    about: {
        title: "Redis pub/sub",
        select: "eventbus.enabled: false",
        choose: "Where nothing outside the platform reads its events.",
        limits: ["No durability: an event reaches whoever listens at that moment."],
    },
    settings: undefined,
    selectedBy: ({ eventBus }) => eventBus === "redis",
    build: () => ({ backend: { ...NOTHING_BUILT, values: { config: { EVENT_PUBLISHER: "redis" } } } }),
};
