import { NOTHING_BUILT } from "../../../infra/data/backend";
import { problem } from "../../config/problem";
import type { StoreChoice } from "../store-choice";

/** The overlay's own words. */
const WARNING = "tsearch is fine for small fleets but caps out under sustained search load";

/** Text search in PostgreSQL. */
export const postgresSearch: StoreChoice<undefined> = {
    about: {
        title: "PostgreSQL text search",
        select: "opensearch.enabled: false",
        choose: "For small fleets, where a domain less is worth more than room to grow.",
        limits: ["It caps out under sustained search load.", "Searches load the database that decisions wait for."],
    },
    settings: undefined,
    selectedBy: ({ search }) => !search,
    warnings: () => [
        problem(
            "opensearch.enabled",
            false,
            WARNING,
            "Set opensearch.enabled to true in kaireon:values for a large fleet",
        ),
    ],
    build: () => ({ backend: { ...NOTHING_BUILT, values: { config: { SEARCH_INDEX: "pg" } } } }),
};
