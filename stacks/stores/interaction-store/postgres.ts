import { NOTHING_BUILT } from "../../../infra/data/backend";
import type { StoreChoice } from "../store-choice";

/** Interactions in a partitioned table of the platform's own database. */
export const postgresInteractions: StoreChoice<undefined> = {
    about: {
        title: "PostgreSQL, a partitioned table",
        select: "interactionStore.backend: pg",
        choose: "Below half a million customers, where one store less is worth more than room to grow.",
        limits: ["Its writes and its bloat meet those of everything else in the database."],
    },
    settings: undefined,
    selectedBy: ({ interactionStore }) => interactionStore === "pg",
    build: () => ({ backend: { ...NOTHING_BUILT, values: { config: { INTERACTION_STORE: "pg" } } } }),
};
