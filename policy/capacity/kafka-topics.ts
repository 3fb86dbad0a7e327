import type { Stack } from "../graph/stack";
import type { StackResource } from "../graph/stack-resource";

export const BROKERS = "aws:msk/cluster:Cluster";
const TOPIC = "aws:msk/topic:Topic";
const CONFIGURATION = "aws:msk/configuration:Configuration";

/** Events of a decision by topic: a recommendation and an impression, the decision itself, at most one outcome. */
const EVENTS: Readonly<Record<string, number>> = {
    "interaction.recorded.v1": 2,
    "decision.made.v1": 1,
    "outcome.recorded": 1,
};

/** The topics that the product writes. */
export const productTopics: readonly string[] = Object.keys(EVENTS);

/** None for topics that the product does not write. */
export function eventsPerDecision(topic: string): number {
    return EVENTS[topic] ?? 0;
}

/** A topic as the program makes it. */
export interface Topic {
    readonly resource: StackResource;
    readonly name: string;
    readonly partitions: number;
    readonly replicationFactor: number;
}

export function topicsOf(cluster: StackResource, stack: Stack): readonly Topic[] {
    return stack.referringTo(cluster, TOPIC, "clusterArn").map((resource) => ({
        resource,
        name: resource.properties.text("name") ?? resource.name,
        partitions: resource.properties.number("partitionCount") ?? 1,
        replicationFactor: resource.properties.number("replicationFactor") ?? 1,
    }));
}

/** A property of the brokers, such as `min.insync.replicas`; undefined where the configuration leaves Kafka's default. */
export function brokerProperty(cluster: StackResource, name: string): string | undefined {
    const [configuration] = cluster.references("configurationInfo", CONFIGURATION);
    if (configuration === undefined) return undefined;
    return propertyIn(configuration.properties.text("serverProperties") ?? "", name);
}

/** A property of a topic, over what the brokers say. */
export function topicProperty({ resource }: Topic, cluster: StackResource, name: string): string | undefined {
    const own = resource.gives("configs") ? resource.properties.json("configs").text([name]) : undefined;
    return own ?? brokerProperty(cluster, name);
}

function propertyIn(properties: string, name: string): string | undefined {
    const line = properties.split("\n").find((one) => one.split("=")[0]?.trim() === name);
    return line?.slice(line.indexOf("=") + 1).trim();
}
