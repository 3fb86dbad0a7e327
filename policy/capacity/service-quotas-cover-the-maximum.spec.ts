import assert from "node:assert/strict";
import { collectFindings } from "../findings";
import { type NodeFixture, stackOf } from "../graph/stack.fixture";
import { settingValues } from "../settings";
import { serviceQuotasCoverTheMaximum as policy } from "./service-quotas-cover-the-maximum";

const REQUEST = "aws service-quotas request-service-quota-increase --service-code";

function messages(config: Readonly<Record<string, unknown>>, ...nodes: readonly NodeFixture[]) {
    const settings = settingValues(policy.id, policy.settings, config);
    return collectFindings((report) => policy.check(stackOf(...nodes), report, settings)).map(({ message }) => message);
}

const zone = (name: string): NodeFixture => ({
    type: "aws:ec2/subnet:Subnet",
    name,
    props: { availabilityZone: name },
});

const workers: readonly NodeFixture[] = [
    zone("eu-west-1a"),
    zone("eu-west-1b"),
    {
        type: "aws:eks/nodeGroup:NodeGroup",
        name: "workers",
        props: { instanceTypes: ["m7i.2xlarge"], scalingConfig: { maxSize: 10 }, subnetIds: ["a", "b"] },
        from: { subnetIds: ["eu-west-1a", "eu-west-1b"] },
    },
];

describe("the quotas that a stack needs", () => {
    it("are compared with what the config states of the account", () => {
        // 10 nodes of 8 vCPUs, and 2 more in each zone while they are updated.
        assert.deepEqual(messages({ onDemandStandardVcpus: 112 }, ...workers), []);
        assert.deepEqual(messages({ onDemandStandardVcpus: 100 }, ...workers), [
            "the stack at its maximum needs 112 vCPUs of nodes, but the account has 100 (L-1216C47A). " +
                `Run: ${REQUEST} ec2 --quota-code L-1216C47A --desired-value 112; when it is granted, set onDemandStandardVcpus in the pack's config.`,
        ]);
    });

    it("count no vCPU of spot nodes, which have a quota of their own", () => {
        const spot = workers.map((node) => ({ ...node, props: { ...node.props, capacityType: "SPOT" } }));
        assert.deepEqual(messages({ onDemandStandardVcpus: 1 }, ...spot), []);
    });

    it("are those of the region", () => {
        const stream = (region: string) => ({
            type: "aws:kinesis/stream:Stream",
            name: "events",
            props: { region, shardCount: 2000 },
        });
        assert.deepEqual(messages({}, stream("eu-west-1")), []);
        assert.deepEqual(messages({}, stream("eu-north-1")), [
            "the stack at its maximum needs 2000 shards, but an account has 1000 unless they were raised (L-0918CF54). " +
                `Run: ${REQUEST} kinesis --quota-code L-0918CF54 --desired-value 2000; when it is granted, set kinesisShards in the pack's config.`,
        ]);
    });

    it("include PutEvents at the target rate, ten events to a request", () => {
        const release = {
            type: "kubernetes:helm.sh/v3:Release",
            name: "kaireon",
            props: {
                chart: "kaireon",
                values: { api: { autoscaling: { maxReplicas: 50 } }, config: { EVENT_PUBLISHER: "eventbridge" } },
            },
        };
        const bus = { type: "aws:cloudwatch/eventBus:EventBus", name: "events", props: { region: "eu-west-2" } };
        assert.deepEqual(messages({}, release, bus), [
            "the stack at its maximum needs 2000 PutEvents requests a second, but an account has 1200 unless they were raised (L-9B653E91). " +
                `Run: ${REQUEST} events --quota-code L-9B653E91 --desired-value 2000; when it is granted, set putEventsPerSecond in the pack's config.`,
        ]);
    });
});
