import assert from "node:assert/strict";
import { OfflineError } from "../offline-error";
import { readState } from "./registered-stack";

const urn = (type: string, name: string) => `urn:pulumi:large::kaireon-large-aws::${type}::${name}`;

const GROUP = {
    urn: urn("kaireon:cluster:NodeGroups$aws:eks/nodeGroup:NodeGroup", "nodes-api-eu-west-1a"),
    type: "aws:eks/nodeGroup:NodeGroup",
    inputs: {
        scalingConfig: { minSize: 1, maxSize: 9, desiredSize: 1 },
        launchTemplate: { id: "lt-1", version: "1" },
        subnetIds: ["subnet-1"],
        labels: { "kaireon.ai/tier": "api" },
        taints: [{ key: "kaireon.ai/tier", value: "api", effect: "NO_SCHEDULE" }],
    },
};
const TEMPLATE = {
    urn: urn("aws:ec2/launchTemplate:LaunchTemplate", "nodes-api"),
    type: "aws:ec2/launchTemplate:LaunchTemplate",
    id: "lt-1",
    outputs: { instanceType: "m7i.2xlarge" },
};
const SUBNET = {
    urn: urn("aws:ec2/subnet:Subnet", "network-private-eu-west-1a"),
    type: "aws:ec2/subnet:Subnet",
    id: "subnet-1",
    outputs: { availabilityZone: "eu-west-1a" },
};
const NAMESPACE = {
    urn: urn("kubernetes:core/v1:Namespace", "kaireon-namespace"),
    type: "kubernetes:core/v1:Namespace",
    inputs: { metadata: { name: "kaireon", labels: { "pod-security.kubernetes.io/enforce": "restricted" } } },
};
const RELEASE = {
    urn: urn("kubernetes:helm.sh/v3:Release", "kaireon"),
    type: "kubernetes:helm.sh/v3:Release",
    inputs: { chart: "infra/helm", name: "kaireon", values: { api: { enabled: true } } },
};
const KEDA = { ...RELEASE, urn: urn("kubernetes:helm.sh/v3:Release", "controllers-keda") };

describe("the stack as its state tells it", () => {
    it("is its node groups, with the zones of their subnets and the type of their template, and the release", () =>
        assert.deepEqual(readState([KEDA, GROUP, TEMPLATE, SUBNET, NAMESPACE, RELEASE]), {
            region: "eu-west-1",
            nodeGroups: [
                {
                    name: "nodes-api-eu-west-1a",
                    instanceType: "m7i.2xlarge",
                    labels: { "kaireon.ai/tier": "api" },
                    taints: [{ key: "kaireon.ai/tier", value: "api", effect: "NO_SCHEDULE" }],
                    zones: ["eu-west-1a"],
                    minSize: 1,
                    maxSize: 9,
                },
            ],
            release: {
                chart: "infra/helm",
                name: "kaireon",
                namespace: "kaireon",
                namespaceLabels: { "pod-security.kubernetes.io/enforce": "restricted" },
                values: { api: { enabled: true } },
            },
        }));

    it("names what a node group refers to and the state does not hold", () =>
        assert.throws(
            () => readState([GROUP, TEMPLATE, NAMESPACE, RELEASE]),
            new OfflineError("offline: the state has no aws:ec2/subnet:Subnet with id subnet-1."),
        ));

    it("says so when there is no release of the platform, whatever controllers there are", () =>
        assert.throws(
            () => readState([KEDA, NAMESPACE]),
            new OfflineError("offline: the state has no release `kaireon` with a namespace of its own."),
        ));
});
