import type { Release } from "../graph/release";
import { interactionStoreOf, KAFKA_PUBLISHERS, openedBy, publisherOf, searchesInOpenSearch } from "./selectors";

/** A kind of store, and when a release has no use for it. */
export interface StoreKind {
    readonly types: readonly string[];
    /** What the release says instead; undefined when it selects such a store, or does not say. */
    readonly unselected: (release: Release) => string | undefined;
    /** Resources that serve many purposes count only where the release's values are made of them. */
    readonly onlyIfUsed?: true;
}

export const STORE_KINDS: readonly StoreKind[] = [
    {
        types: ["aws:msk/cluster:Cluster", "aws:msk/serverlessCluster:ServerlessCluster"],
        unselected: (release) => otherBus(release, "kafka", KAFKA_PUBLISHERS),
    },
    {
        types: ["aws:opensearch/domain:Domain"],
        unselected: (release) => {
            const { values } = release;
            if (searchesInOpenSearch(release) !== false || values.flag("opensearch.enabled") === true) return undefined;
            return "values.opensearch.enabled is not true and config.SEARCH_INDEX is not opensearch";
        },
    },
    {
        types: ["aws:kinesis/stream:Stream"],
        unselected: (release) => otherBus(release, "kinesis", ["kinesis"]),
        onlyIfUsed: true,
    },
    {
        types: ["aws:cloudwatch/eventBus:EventBus"],
        unselected: (release) => otherBus(release, undefined, ["eventbridge"]),
        onlyIfUsed: true,
    },
    { types: ["aws:dynamodb/table:Table"], unselected: (release) => otherStore(release, "dynamodb"), onlyIfUsed: true },
    {
        types: ["aws:keyspaces/table:Table"],
        unselected: (release) => otherStore(release, "cassandra"),
        onlyIfUsed: true,
    },
];

function otherBus(release: Release, backend: string | undefined, publishers: readonly string[]): string | undefined {
    const publisher = publisherOf(release);
    const alias =
        release.values.flag("eventbus.enabled") === true ? release.values.text("eventbus.backend") : undefined;
    if (publishers.includes(publisher) || (backend !== undefined && alias === backend)) return undefined;
    return `the event bus is ${publisher}`;
}

/** Whether a store is wasted. One whose block is enabled beside the selected one is not: interactions move away from it. */
function otherStore(release: Release, backend: "dynamodb" | "cassandra"): string | undefined {
    if (openedBy(release.values, backend === "cassandra" ? "keyspaces" : backend) !== undefined) return undefined;
    const store = interactionStoreOf(release);
    const alias = release.values.text("interactionStore.backend");
    return store === undefined || store === backend || alias === backend
        ? undefined
        : `the interaction store is ${store}`;
}
