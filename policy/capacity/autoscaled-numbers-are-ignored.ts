import { NODE_GROUP } from "../consistency/node-groups";
import type { Stack } from "../graph/stack";
import type { StackResource } from "../graph/stack-resource";
import { stackPolicy } from "../policy";
import { scalersOf } from "./workload-scalers";

const TARGET = "aws:appautoscaling/target:Target";

/** A property that an autoscaler writes, and who it is. */
interface Owned {
    readonly resource: StackResource;
    readonly property: string;
    readonly owner: string;
}

export const autoscaledNumbersAreIgnored = stackPolicy({
    id: "autoscaled-numbers-are-ignored",
    title: "A number that an autoscaler owns is in ignoreChanges, and starts within its bounds",
    why: "The next update sets the number back to what the program says: production shrinks to its first size, in the middle of the day.",
    fix: "Add the property to ignoreChanges",
    severity: "high",
    controls: ["REL07-BP01"],
    pitfalls: ["P-CAP-03"],
    links: ["https://github.com/pulumi/pulumi-eks/issues/321"],
    check: (stack, report) => {
        const owned = [...nodeCounts(stack), ...scaledByAws(stack), ...deployments(stack)];
        report.each(owned, ({ resource, property, owner }) => {
            if (!resource.properties.at(property).exists || ignores(resource, property)) return;
            report.violation(
                `${resource.label}: ${property} is ${resource.properties.shown(property)} and ${owner} changes it, but it is not in ignoreChanges. ` +
                    `Add ${JSON.stringify(property)} to ignoreChanges.`,
                resource,
            );
        });
        report.each(stack.ofType(NODE_GROUP), (group) => {
            const sizes = group.properties.at("scalingConfig");
            const [least, first, most] = [
                sizes.number("minSize"),
                sizes.number("desiredSize"),
                sizes.number("maxSize"),
            ];
            if (first === undefined || (first >= (least ?? first) && first <= (most ?? first))) return;
            report.violation(
                `${group.label}: scalingConfig.desiredSize is ${first}, outside minSize ${least} to maxSize ${most}. Set it to ${least}.`,
                group,
            );
        });
    },
});

/** Every cluster of this size has something that sets the number of nodes: the Cluster Autoscaler, or people through the console. */
function nodeCounts(stack: Stack): readonly Owned[] {
    const owner = "the autoscaler of the nodes";
    return stack.ofType(NODE_GROUP).map((resource) => ({ resource, property: "scalingConfig.desiredSize", owner }));
}

/** What Application Auto Scaling writes, by the dimension that it scales. */
const SCALED: Readonly<Record<string, readonly [type: string, property: string]>> = {
    "dynamodb:table:ReadCapacityUnits": ["aws:dynamodb/table:Table", "readCapacity"],
    "dynamodb:table:WriteCapacityUnits": ["aws:dynamodb/table:Table", "writeCapacity"],
    "kafka:broker-storage:VolumeSize": [
        "aws:msk/cluster:Cluster",
        "brokerNodeGroupInfo.storageInfo.ebsStorageInfo.volumeSize",
    ],
    "elasticache:replication-group:NodeGroups": ["aws:elasticache/replicationGroup:ReplicationGroup", "numNodeGroups"],
    "elasticache:replication-group:Replicas": [
        "aws:elasticache/replicationGroup:ReplicationGroup",
        "replicasPerNodeGroup",
    ],
};

function scaledByAws(stack: Stack): readonly Owned[] {
    return stack.ofType(TARGET).flatMap((target) => {
        const dimension = target.properties.text("scalableDimension") ?? "";
        const [type, property] = SCALED[dimension] ?? [];
        if (type === undefined || property === undefined) return [];
        const owner = `${target.name} (${dimension})`;
        return target.references("resourceId", type).map((resource) => ({ resource, property, owner }));
    });
}

/** Deployments that the program makes itself, whose replicas a scaler sets. */
function deployments(stack: Stack): readonly Owned[] {
    const scaled = scalersOf(stack);
    return stack.ofType("kubernetes:apps/v1:Deployment").flatMap((resource) => {
        const name = resource.properties.text("metadata.name");
        const scaler = scaled.find(({ target }) => target === name);
        return scaler === undefined ? [] : [{ resource, property: "spec.replicas", owner: scaler.label }];
    });
}

/** Whether the property or what it is part of is ignored, in any of the notations that Pulumi takes. */
function ignores(resource: StackResource, property: string): boolean {
    return resource.ignoreChanges.some((ignored) => {
        const path = ignored.replace(/\["?([^\]"]+)"?\]/g, ".$1");
        return property === path || property.startsWith(`${path}.`);
    });
}
