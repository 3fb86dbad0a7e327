import assert from "node:assert/strict";
import { type NodeFixture, stackOf } from "../graph/stack.fixture";
import { ownedNumbers } from "./owned-numbers";

const DEPLOYMENT = { type: "kubernetes:apps/v1:Deployment", name: "gateway", props: { metadata: { name: "gateway" } } };
const TABLE = { type: "aws:dynamodb/table:Table", name: "interactions" };

function scaler(type: string, name: string) {
    return { type, name: "scaler", props: { spec: { scaleTargetRef: { name } } } };
}

function target(scalableDimension: string) {
    return {
        type: "aws:appautoscaling/target:Target",
        name: "target",
        props: { scalableDimension },
        from: { resourceId: ["interactions"] },
    };
}

function owned(...nodes: readonly NodeFixture[]) {
    return ownedNumbers(stackOf(...nodes)).map(({ resource, property }) => `${resource.name} ${property}`);
}

describe("the numbers that autoscalers own", () => {
    it("are the replicas of a Deployment that either kind of scaler names", () => {
        for (const type of [
            "kubernetes:autoscaling/v2:HorizontalPodAutoscaler",
            "kubernetes:autoscaling/v1:HorizontalPodAutoscaler",
            "kubernetes:keda.sh/v1alpha1:ScaledObject",
        ])
            assert.deepEqual(owned(DEPLOYMENT, scaler(type, "gateway")), ["gateway spec.replicas"]);
    });

    it("are not the replicas of a Deployment that no scaler names", () => {
        assert.deepEqual(owned(DEPLOYMENT, scaler("kubernetes:keda.sh/v1alpha1:ScaledObject", "other")), []);
    });

    it("are what Application Auto Scaling writes, by dimension", () => {
        assert.deepEqual(owned(TABLE, target("dynamodb:table:ReadCapacityUnits")), ["interactions readCapacity"]);
        assert.deepEqual(owned(TABLE, target("dynamodb:table:WriteCapacityUnits")), ["interactions writeCapacity"]);
        const keyspaces = { type: "aws:keyspaces/table:Table", name: "interactions" };
        for (const [dimension, property] of [
            ["Read", "readCapacityUnits"],
            ["Write", "writeCapacityUnits"],
        ])
            assert.deepEqual(owned(keyspaces, target(`cassandra:table:${dimension}CapacityUnits`)), [
                `interactions capacitySpecification.${property}`,
            ]);
    });

    it("are none of a dimension that no property of a resource holds", () => {
        assert.deepEqual(owned(TABLE, target("rds:cluster:ReadReplicaCount")), []);
    });
});
