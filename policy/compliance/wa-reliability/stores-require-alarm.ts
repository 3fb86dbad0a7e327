import type { StackResource } from "../../graph/stack-resource";
import { stackPolicy } from "../../policy";

const ALARM = "aws:cloudwatch/metricAlarm:MetricAlarm";

/** Stores, with the properties by whose values alarms name them. */
const STORES: Readonly<Record<string, readonly string[]>> = {
    "aws:rds/cluster:Cluster": ["clusterIdentifier", "id"],
    "aws:elasticache/replicationGroup:ReplicationGroup": ["replicationGroupId", "id"],
    "aws:opensearch/domain:Domain": ["domainName"],
    "aws:msk/cluster:Cluster": ["clusterName"],
    "aws:dynamodb/table:Table": ["name"],
    "aws:kinesis/stream:Stream": ["name"],
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
            if (!stack.ofType(ALARM).some((alarm) => isAbout(alarm, store)))
                report.violation(`${store.label}: no MetricAlarm has it in its dimensions. Make one.`, store);
        }),
});

/** By reference to the store or to something made from it, such as an instance; else by its name, which a node's number may follow. */
function isAbout(alarm: StackResource, store: StackResource): boolean {
    const sources = [...alarm.sources("dimensions"), ...alarm.sources("metricQueries")];
    if (sources.some((source) => source === store || source.dependencies.includes(store))) return true;
    const names = (STORES[store.type] ?? [])
        .map((property) => store.properties.at(property))
        .filter((place) => place.state === "known")
        .map((place) => place.text() ?? "");
    return dimensionsOf(alarm).some((value) => names.some((name) => value.startsWith(name)));
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
