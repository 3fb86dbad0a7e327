import type { StackResource } from "../../graph/stack-resource";
import type { View } from "../../graph/view";
import { stackPolicy } from "../../policy";

const ALARM = "aws:cloudwatch/metricAlarm:MetricAlarm";

/** Stores, with the properties by whose values alarms name them. */
const STORES: Readonly<Record<string, readonly string[]>> = {
    "aws:rds/cluster:Cluster": ["clusterIdentifier"],
    "aws:elasticache/replicationGroup:ReplicationGroup": ["replicationGroupId"],
    "aws:opensearch/domain:Domain": ["domainName"],
    "aws:msk/cluster:Cluster": ["clusterName"],
    "aws:dynamodb/table:Table": ["name"],
    "aws:kinesis/stream:Stream": ["name"],
    "aws:cloudwatch/eventBus:EventBus": ["name"],
    "aws:keyspaces/table:Table": ["tableName"],
};

export const storesRequireAlarm = stackPolicy({
    id: "stores-require-alarm",
    title: "Each data store has an alarm",
    why: "A full disk or refused writes are noticed by customers first.",
    fix: "Make a MetricAlarm with the store in its dimensions",
    severity: "medium",
    controls: ["REL06-BP01"],
    links: [
        "https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/rel_monitor_aws_resources_monitor_resources.html",
    ],
    types: Object.keys(STORES),
    check: (stack, report) =>
        report.each(stack.ofType(...Object.keys(STORES)), (store) => {
            const alarms = stack.ofType(ALARM);
            if (alarms.some((alarm) => isAbout(alarm, store))) return;
            // With a name of which nothing is known an alarm may have it all the same.
            const unknown = [...alarms.map(({ properties }) => properties.at("dimensions")), ...namesOf(store)].find(
                ({ state }) => state === "unknown",
            );
            if (unknown !== undefined) throw unknown.cannotTell();
            report.violation(`${store.label}: no MetricAlarm has it in its dimensions. Make one.`, store);
        }),
});

/** By reference to the store or to something made from it, such as an instance; else by its name, which a node's number may follow. */
function isAbout(alarm: StackResource, store: StackResource): boolean {
    const sources = [...alarm.sources("dimensions"), ...alarm.sources("metricQueries")];
    if (sources.some((source) => source === store || source.dependencies.includes(store))) return true;
    const names = namesOf(store)
        .filter((place) => place.state === "known")
        .map((place) => place.text() ?? "");
    return dimensionsOf(alarm).some((value) => names.some((name) => value.startsWith(name)));
}

function namesOf(store: StackResource): readonly View[] {
    return (STORES[store.type] ?? []).map((property) => store.properties.at(property));
}

/** The known values of all dimensions, those of an expression's metrics too. */
function dimensionsOf({ properties }: StackResource): readonly string[] {
    const queries = properties.at("metricQueries");
    const nested = queries.isList ? queries.items().map((query) => query.at("metric.dimensions")) : [];
    return [properties.at("dimensions"), ...nested]
        .filter((place) => place.isMap)
        .flatMap((place) => place.names().map((name) => place.at([name])))
        .filter((place) => place.state === "known")
        .map((place) => place.text() ?? "");
}
