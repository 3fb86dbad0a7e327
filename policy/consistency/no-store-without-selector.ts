import type { Release } from "../graph/release";
import type { StackResource } from "../graph/stack-resource";
import { releasePolicy } from "../policy";
import { interactionStoreOf, KAFKA_PUBLISHERS, publisherOf, searchesInOpenSearch } from "./selectors";

interface Kind {
    readonly types: readonly string[];
    /** What the release says instead; undefined when it selects such a store, or does not say. */
    readonly unselected: (release: Release) => string | undefined;
    /** Resources that serve many purposes count only where the release's values are made of them. */
    readonly onlyIfUsed?: true;
}

const KINDS: readonly Kind[] = [
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

export const noStoreWithoutSelector = releasePolicy({
    id: "no-store-without-selector",
    title: "Every store that is built is selected by the release",
    why: "A store that nothing selects costs as much as one that is used, and its alarms and access rules drift unseen.",
    fix: "Select the store in the values, take it out of the stack, or name it in the setting keep while a migration lasts",
    severity: "medium",
    pitfalls: ["P-SEL-05", "P-SEL-06"],
    links: ["https://docs.kaireonai.com/platform/values-large"],
    level: { is: "advisory", because: "the store may serve another program, which its resources do not show" },
    settings: {
        keep: {
            description: "Names of stores that stay unselected, such as during a migration",
            default: [] as string[],
        },
    },
    check: (release, stack, report, { keep }) => {
        report.each(KINDS, ({ types, unselected, onlyIfUsed }) => {
            const isWaste = (store: StackResource) =>
                !keep.includes(store.name) && (onlyIfUsed === undefined || release.usesOutputOf(store));
            const stores = stack.ofType(...types).filter(isWaste);
            const instead = stores.length === 0 ? undefined : unselected(release);
            if (instead === undefined) return;
            for (const store of stores)
                report.violation(
                    `${store.label}: it is built, but in ${release.label} ${instead}. Select it there, or take it out.`,
                    store,
                );
        });
    },
});

function otherBus(release: Release, backend: string | undefined, publishers: readonly string[]): string | undefined {
    const publisher = publisherOf(release);
    const alias =
        release.values.flag("eventbus.enabled") === true ? release.values.text("eventbus.backend") : undefined;
    if (publishers.includes(publisher) || (backend !== undefined && alias === backend)) return undefined;
    return `the event bus is ${publisher}`;
}

function otherStore(release: Release, backend: string): string | undefined {
    const store = interactionStoreOf(release);
    const alias = release.values.text("interactionStore.backend");
    return store === undefined || store === backend || alias === backend
        ? undefined
        : `the interaction store is ${store}`;
}
