import assert from "node:assert/strict";
import type { PropertyMap } from "../protocol/values";
import { changes, problems, update } from "./aws-stand-in.fixture";

const CLUSTER = "aws:msk/cluster:Cluster";

function cluster(instanceType: string, more: PropertyMap = {}): PropertyMap {
    const brokerNodeGroupInfo = { instanceType, clientSubnets: ["a"], securityGroups: ["b"], ...more };
    return { kafkaVersion: "3.8.x", numberOfBrokerNodes: 3, brokerNodeGroupInfo };
}

describe("the stand-in for MSK", () => {
    it("accepts Express brokers without storage and refuses them with it", () => {
        const storageInfo = { ebsStorageInfo: { volumeSize: 100 } };
        assert.deepEqual(problems(CLUSTER, cluster("express.m7g.large")), []);
        assert.deepEqual(problems(CLUSTER, cluster("kafka.m7g.large", { storageInfo })), []);
        assert.deepEqual(problems(CLUSTER, cluster("express.m7g.large", { storageInfo })), [
            "the storageInfo parameter is not supported for Express instance types. Remove it.",
        ]);
    });

    it("plans other brokers in place, as the provider does, and fails where AWS does", () => {
        const [standard, express] = [cluster("kafka.m7g.large"), cluster("express.m7g.large")];
        assert.deepEqual(changes(CLUSTER, standard, express), { "brokerNodeGroupInfo.instanceType": "in place" });
        assert.doesNotThrow(() => update(CLUSTER, standard, express, true));
        assert.throws(() => update(CLUSTER, standard, express), {
            message:
                "stand-in for aws: updating aws:msk/cluster:Cluster (x): operation error Kafka: UpdateBrokerType: kafka.m7g.large cannot become express.m7g.large: " +
                "a cluster of Standard brokers never becomes one of Express brokers, nor the other way round. Make a new cluster.",
        });
        assert.doesNotThrow(() => update(CLUSTER, express, cluster("express.m7g.xlarge")));
    });
});
