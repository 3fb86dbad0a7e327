import assert from "node:assert/strict";
import { awsLoadBalancerController } from "./aws-load-balancer-controller";
import { clusterAutoscaler } from "./cluster-autoscaler";
import { deploymentOf, hasBudget } from "./controller";
import { externalSecrets } from "./external-secrets";
import { keda } from "./keda";
import { reloader } from "./reloader";

const PLACE = { clusterName: "kaireon-large", region: "eu-west-1", accountId: "111122223333", partition: "aws" };
const GENERAL = { "kaireon.ai/tier": "general" };

function resources(cpu: string, memory: string, limit: string) {
    return { requests: { cpu, memory }, limits: { memory: limit } };
}

describe("deploymentOf", () => {
    it("requests what the sizing counts, limits memory alone and stays on the general nodes", () => {
        assert.deepEqual(deploymentOf("keda-operator"), {
            replicas: 2,
            resources: resources("100m", "200Mi", "400Mi"),
            nodeSelector: GENERAL,
        });
    });
});

describe("hasBudget", () => {
    it("leaves single replicas free to be drained", () => {
        assert.equal(hasBudget("keda-operator"), true);
        assert.equal(hasBudget("external-secrets-cert-controller"), false);
    });
});

describe("awsLoadBalancerController", () => {
    it("asks no metadata and stands in the way of no Service", () => {
        assert.deepEqual(awsLoadBalancerController(PLACE, "vpc-1").values, {
            clusterName: "kaireon-large",
            region: "eu-west-1",
            vpcId: "vpc-1",
            replicaCount: 2,
            resources: resources("100m", "200Mi", "400Mi"),
            nodeSelector: GENERAL,
            podDisruptionBudget: { maxUnavailable: 1 },
            serviceAccount: { create: true, name: "aws-load-balancer-controller" },
            enableServiceMutatorWebhook: false,
            keepTLSSecret: true,
            enableShield: false,
            enableWaf: false,
        });
    });
});

describe("clusterAutoscaler", () => {
    it("finds the groups of this cluster and grows the zones in step", () => {
        const { replicaCount, resources: _, ...values } = clusterAutoscaler(PLACE).values;
        assert.equal(typeof replicaCount, "number");
        assert.deepEqual(values, {
            fullnameOverride: "cluster-autoscaler",
            cloudProvider: "aws",
            awsRegion: "eu-west-1",
            autoDiscovery: { clusterName: "kaireon-large" },
            nodeSelector: GENERAL,
            rbac: { serviceAccount: { create: true, name: "cluster-autoscaler" } },
            extraArgs: {
                "balance-similar-node-groups": true,
                expander: "least-waste",
                "skip-nodes-with-system-pods": false,
                "skip-nodes-with-local-storage": false,
            },
        });
    });
});

describe("externalSecrets", () => {
    it("brings its kinds and leaves one webhook pod while a node is drained", () => {
        const { values } = externalSecrets(PLACE, { secretArns: [], kmsKeyArns: [] });
        assert.deepEqual(values, {
            installCRDs: true,
            leaderElect: true,
            replicaCount: 2,
            resources: resources("50m", "128Mi", "256Mi"),
            nodeSelector: GENERAL,
            podDisruptionBudget: { enabled: true, minAvailable: 1 },
            serviceAccount: { create: true, name: "external-secrets" },
            webhook: {
                replicaCount: 2,
                resources: resources("50m", "64Mi", "128Mi"),
                nodeSelector: GENERAL,
                podDisruptionBudget: { enabled: true, minAvailable: 1 },
            },
            certController: {
                replicaCount: 1,
                resources: resources("50m", "128Mi", "256Mi"),
                nodeSelector: GENERAL,
            },
        });
    });
});

describe("keda", () => {
    it("sets replicas, requests and budgets of all three of its Deployments", () => {
        assert.deepEqual(keda().values, {
            operator: { replicaCount: 2 },
            metricsServer: { replicaCount: 2 },
            webhooks: { replicaCount: 2 },
            resources: {
                operator: resources("100m", "200Mi", "400Mi"),
                metricServer: resources("100m", "200Mi", "400Mi"),
                webhooks: resources("100m", "100Mi", "200Mi"),
            },
            nodeSelector: GENERAL,
            podDisruptionBudget: {
                operator: { maxUnavailable: 1 },
                metricServer: { maxUnavailable: 1 },
                webhooks: { maxUnavailable: 1 },
            },
            serviceAccount: { operator: { create: true, name: "keda-operator" } },
        });
    });
});

describe("reloader", () => {
    it("elects a leader when it has more than one replica and calls nothing on AWS", () => {
        const { identity, values } = reloader();
        assert.equal(identity, undefined);
        const { enableHA, deployment } = values["reloader"] as {
            enableHA: boolean;
            deployment: { replicas: number; nodeSelector: object };
        };
        assert.equal(enableHA, deployment.replicas > 1);
        assert.deepEqual(deployment.nodeSelector, GENERAL);
    });
});
