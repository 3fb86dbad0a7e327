import { NODE_GROUP } from "../consistency/node-groups";
import type { Stack } from "../graph/stack";
import type { StackResource } from "../graph/stack-resource";
import { scalersOf } from "./workload-scalers";

const TARGET = "aws:appautoscaling/target:Target";

/** A property that an autoscaler writes, and who it is. */
export interface Owned {
    readonly resource: StackResource;
    readonly property: string;
    readonly owner: string;
}

export function ownedNumbers(stack: Stack): readonly Owned[] {
    return [...nodeCounts(stack), ...scaledByAws(stack), ...deployments(stack)];
}

/** Every cluster of this size has something that sets the number of nodes: the Cluster Autoscaler, or people through the console. */
function nodeCounts(stack: Stack): readonly Owned[] {
    const owner = "the autoscaler of the nodes";
    return stack.ofType(NODE_GROUP).map((resource) => ({ resource, property: "scalingConfig.desiredSize", owner }));
}

/** What Application Auto Scaling writes, by the dimension that it scales. */
const SCALED: Readonly<Record<string, readonly [type: string, property: string]>> = {
    "cassandra:table:ReadCapacityUnits": ["aws:keyspaces/table:Table", "capacitySpecification.readCapacityUnits"],
    "cassandra:table:WriteCapacityUnits": ["aws:keyspaces/table:Table", "capacitySpecification.writeCapacityUnits"],
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
