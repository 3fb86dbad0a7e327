import type { PolicyCases } from "../../test/policy/cases";

const RELEASE = "kubernetes:helm.sh/v3:Release kaireon";
const LABEL = "kaireon (kubernetes:helm.sh/v3:Release)";
const SUBNET = "aws:ec2/subnet:Subnet";
const GROUP = "aws:eks/nodeGroup:NodeGroup";

export const cases: PolicyCases = {
    violations: [
        {
            when: "a zone cannot grow to its share of the api when another is lost",
            change: (stack) => {
                for (const zone of ["a", "b", "c"])
                    stack.set(GROUP, `nodes-api-eu-west-1${zone}`, "scalingConfig.maxSize", 8);
            },
            at: RELEASE,
            message:
                `${LABEL}: api (50 + 3 pods of 2 cores and 4096 MiB) at the maximum need 9 nodes of m7i.2xlarge in eu-west-1a with another zone lost; ` +
                "nodes-api-eu-west-1a can have 8 (scalingConfig.maxSize). Raise it to 9, or lower values.api.autoscaling.maxReplicas.",
        },
        {
            when: "there are fewer nodes than KEDA's maximum needs",
            change: (stack) => stack.set(GROUP, "nodes-worker-all", "scalingConfig.maxSize", 10),
            at: RELEASE,
            message:
                `${LABEL}: worker (30 + 1 pods of 2 cores and 4096 MiB) at the maximum need 11 nodes of m7i.2xlarge with another zone lost; ` +
                "nodes-worker-all can have 10 (scalingConfig.maxSize). Raise it to 11, or lower values.worker.keda.maxReplicas.",
        },
        {
            when: "all nodes of a tier are in one zone",
            change: (stack) =>
                stack
                    .set(SUBNET, "network-private-eu-west-1a", "id", "subnet-1")
                    .set(GROUP, "nodes-ml-all", "subnetIds", ["subnet-1"])
                    .setSources(GROUP, "nodes-ml-all", "subnetIds", []),
            at: RELEASE,
            also: { "eks-node-groups-require-three-zones": "it says the same of groups without a tier" },
            message:
                `${LABEL}: all nodes for mlWorker are in eu-west-1a (nodes-ml-all): with that zone lost they have none. ` +
                "Give the node groups subnets in further zones.",
        },
        {
            when: "PgBouncer has more pods than the nodes have room for",
            change: (stack) =>
                stack.setValue("postgres.pooler", {
                    enabled: true,
                    replicas: 60,
                    defaultPoolSize: 5,
                    maxClientConnections: 5000,
                    resources: { requests: { cpu: "500m", memory: "256Mi" } },
                }),
            at: RELEASE,
            message:
                `${LABEL}: cron (6 pods of 0.1 cores and 64 MiB) and outboxPublisher (3 + 1 pods of 0.2 cores and 512 MiB) and ` +
                "pgbouncer (60 + 1 pods of 0.5 cores and 256 MiB) and 23 pods of add-ons and controllers at the maximum need 11 nodes of m7i.xlarge " +
                "with another zone lost; nodes-general-all can have 2 (scalingConfig.maxSize). Raise it to 11, " +
                "or lower values.cron.replicas or values.outboxPublisher.replicas or values.postgres.pooler.replicas.",
        },
    ],
    absent: [
        {
            when: "a tier does not say what it requests",
            change: (stack) => stack.unsetValue("worker.resources.requests"),
            passes: true,
        },
    ],
    unknown: [
        {
            when: "the nodes are not of this stack",
            change: (stack) => stack.removeAll(GROUP),
            unchecked: "the stack has no node groups: the release goes to nodes of another",
        },
        {
            when: "a maximum is not known",
            change: (stack) => stack.setUnknown(GROUP, "nodes-worker-all", "scalingConfig.maxSize"),
            unchecked: `nodes-worker-all (${GROUP}): scalingConfig.maxSize is not known before the update`,
        },
        {
            when: "the type of the nodes is not of the pack's list",
            change: (stack) =>
                stack.set("aws:ec2/launchTemplate:LaunchTemplate", "nodes-ml", "instanceType", "p5.48xlarge"),
            unchecked: `nodes-ml-all (${GROUP}): what a node of p5.48xlarge gives to pods is not known`,
        },
        {
            when: "the maximum of replicas is not known",
            change: (stack) => stack.setValueUnknown("api.autoscaling.maxReplicas"),
            unchecked: `${LABEL}: values.api.autoscaling.maxReplicas is not known before the update`,
        },
    ],
    passes: [
        {
            when: "a tier that is off could not run",
            change: (stack) =>
                stack.setValue("mlWorker.enabled", false).set(GROUP, "nodes-ml-all", "scalingConfig.maxSize", 1),
        },
    ],
};
