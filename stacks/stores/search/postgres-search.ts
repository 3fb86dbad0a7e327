import { NOTHING_BUILT } from "../../../infra/data/backend";
import type { StoreChoice } from "../store-choice";

/** Text search in PostgreSQL. */
export const postgresSearch: StoreChoice<undefined> = {
    about: {
        title: "PostgreSQL text search",
        select: "opensearch.enabled: false",
        choose: "For small fleets.",
        limits: ["It caps out under sustained search load."],
    },
    settings: undefined,
    selectedBy: ({ search }) => !search,
    build: () => ({ backend: { ...NOTHING_BUILT, values: { config: { SEARCH_INDEX: "pg" } } } }),
};
