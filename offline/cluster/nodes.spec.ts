import assert from "node:assert/strict";
import { DAEMON_SETS } from "../../infra/sizing/daemon-sets";
import { SYSTEM_DEPLOYMENTS } from "../../infra/sizing/system-pods";
import { OfflineError } from "../offline-error";
import { nodeOf, nodesOf, systemWorkloads } from "./nodes";
import type { RegisteredNodeGroup } from "./registered-stack";

const WORKERS: RegisteredNodeGroup = {
    name: "nodes-worker-all",
    instanceType: "m7i.2xlarge",
    labels: { "kaireon.ai/tier": "worker" },
    taints: [{ key: "kaireon.ai/tier", value: "worker", effect: "NO_SCHEDULE" }],
    zones: ["eu-west-1a", "eu-west-1b", "eu-west-1c"],
    minSize: 2,
    maxSize: 4,
};

describe("simulated nodes", () => {
    it("carry the labels and taints of their group, and give what the sizing says of their type", () => {
        const room = { cpu: "7910m", memory: "29317Mi", pods: "110", "ephemeral-storage": "100Gi" };
        assert.deepEqual(nodeOf(WORKERS, 1), {
            apiVersion: "v1",
            kind: "Node",
            metadata: {
                name: "worker-all-1",
                annotations: { "kwok.x-k8s.io/node": "fake" },
                labels: {
                    "kaireon.ai/tier": "worker",
                    "eks.amazonaws.com/nodegroup": "nodes-worker-all",
                    "kubernetes.io/hostname": "worker-all-1",
                    "kubernetes.io/os": "linux",
                    "kubernetes.io/arch": "amd64",
                    "node.kubernetes.io/instance-type": "m7i.2xlarge",
                    "topology.kubernetes.io/region": "eu-west-1",
                    "topology.kubernetes.io/zone": "eu-west-1b",
                },
            },
            spec: { taints: [{ key: "kaireon.ai/tier", value: "worker", effect: "NoSchedule" }] },
            status: { allocatable: room, capacity: room },
        });
    });

    it("are so many as the group's size asks for, zones in turn", () =>
        assert.deepEqual(
            nodesOf([WORKERS], ({ maxSize }) => maxSize).map(({ metadata: { name, labels } }) => [
                name,
                labels["topology.kubernetes.io/zone"],
            ]),
            [
                ["worker-all-0", "eu-west-1a"],
                ["worker-all-1", "eu-west-1b"],
                ["worker-all-2", "eu-west-1c"],
                ["worker-all-3", "eu-west-1a"],
            ],
        ));

    it("are not made of a type that nothing is known of", () =>
        assert.throws(
            () => nodeOf({ ...WORKERS, instanceType: "p5.48xlarge" }, 0),
            new OfflineError("offline: what p5.48xlarge holds is not known."),
        ));

    it("run beside the release what the sizing takes off them", () => {
        const names = systemWorkloads().map((workload) => Reflect.get(workload, "metadata").name);
        assert.deepEqual(
            names,
            [...DAEMON_SETS, ...SYSTEM_DEPLOYMENTS].map(({ name }) => name),
        );
    });
});
