import assert from "node:assert/strict";
import * as ssm from "@pulumi/aws/ssm";
import { Provider } from "@pulumi/kubernetes/provider";
import * as pulumi from "@pulumi/pulumi";
import { nameOf, record } from "../../../test/mocks";
import { SYSTEM_DEPLOYMENTS } from "../../sizing/system-pods";
import { Controllers, type ControllersArgs } from "./controllers";

const RELEASE = "kubernetes:helm.sh/v3:Release";
const NAMES = ["aws-load-balancer-controller", "cluster-autoscaler", "external-secrets", "keda", "reloader"];

function controllers(args: Partial<ControllersArgs> = {}) {
    return record(() => {
        const provider = new Provider("kubernetes", { kubeconfig: "{}" });
        const nodes = new ssm.Parameter("nodes", { type: "String", value: "any resource" });
        return new Controllers(
            "controllers",
            {
                clusterName: "kaireon-large",
                cluster: { name: pulumi.output("kaireon-large") },
                region: "eu-west-1",
                accountId: "111122223333",
                partition: "aws",
                vpcId: pulumi.output("vpc-1"),
                secretArns: [pulumi.output("arn:aws:secretsmanager:eu-west-1:111122223333:secret:app")],
                kmsKeyArns: ["arn:aws:kms:eu-west-1:111122223333:key/app"],
                serviceMonitors: false,
                waitFor: [nodes],
                ...args,
            },
            { provider },
        );
    });
}

describe("Controllers", () => {
    it("has exactly these children", async () => {
        assert.deepEqual((await controllers()).children("kaireon:cluster:Controllers", "controllers"), [
            ...NAMES.slice(0, 4).map((name) => `kaireon:cluster:PodIdentityRole controllers-${name}`),
            ...["external-secrets", "keda", "reloader"].map(
                (name) => `kubernetes:core/v1:Namespace controllers-${name}`,
            ),
            ...NAMES.map((name) => `${RELEASE} controllers-${name}`),
        ]);
    });

    it("installs the kinds of service monitors only when the release brings some", async () => {
        const releases = (await controllers({ serviceMonitors: true })).ofType(RELEASE).map(({ name }) => name);
        assert.deepEqual(releases, [...NAMES, "prometheus-operator-crds"].map((name) => `controllers-${name}`).sort());
    });

    it("pins every chart and waits until its pods are ready", async () => {
        const versions = (await controllers({ serviceMonitors: true })).ofType(RELEASE).map(({ inputs }) => {
            assert.equal(inputs["skipAwait"], false);
            assert.equal(inputs["atomic"], true);
            assert.equal(inputs["createNamespace"], false);
            return [inputs["chart"], inputs["version"], inputs["repositoryOpts"], inputs["namespace"]];
        });
        assert.deepEqual(versions, [
            ["aws-load-balancer-controller", "1.17.1", { repo: "https://aws.github.io/eks-charts" }, "kube-system"],
            ["cluster-autoscaler", "9.59.0", { repo: "https://kubernetes.github.io/autoscaler" }, "kube-system"],
            ["external-secrets", "1.3.2", { repo: "https://charts.external-secrets.io" }, "external-secrets"],
            ["keda", "2.21.0", { repo: "https://kedacore.github.io/charts" }, "keda"],
            [
                "prometheus-operator-crds",
                "24.0.2",
                { repo: "https://prometheus-community.github.io/helm-charts" },
                "kube-system",
            ],
            ["reloader", "2.2.14", { repo: "https://stakater.github.io/stakater-charts" }, "reloader"],
        ]);
    });

    it("starts each controller after the nodes and after its credentials", async () => {
        const recording = await controllers();
        for (const release of recording.ofType(RELEASE)) {
            assert.ok(release.waitsFor.includes("nodes"), `${release.name} does not wait for nodes`);
        }
        for (const name of NAMES.slice(0, 4)) {
            const { waitsFor } = recording.resource(RELEASE, `controllers-${name}`);
            assert.ok(waitsFor.includes(`controllers-${name}-association`), name);
        }
    });

    it("binds each identity to the service account that the chart makes", async () => {
        const associations = (await controllers()).ofType("aws:eks/podIdentityAssociation:PodIdentityAssociation");
        assert.deepEqual(
            associations.map(({ inputs }) => `${inputs["namespace"]}/${inputs["serviceAccount"]}`),
            [
                "kube-system/aws-load-balancer-controller",
                "kube-system/cluster-autoscaler",
                "external-secrets/external-secrets",
                "keda/keda-operator",
            ],
        );
    });

    it("gives KEDA an identity and no permission", async () => {
        const policies = (await controllers()).ofType("aws:iam/rolePolicy:RolePolicy").map(({ name }) => name);
        assert.deepEqual(policies, [
            "controllers-aws-load-balancer-controller-policy",
            "controllers-cluster-autoscaler-policy",
            "controllers-external-secrets-policy",
        ]);
    });

    it("admits only restricted pods to the namespaces that it makes", async () => {
        for (const { inputs, name } of (await controllers()).ofType("kubernetes:core/v1:Namespace")) {
            const namespace = name.slice("controllers-".length);
            assert.deepEqual(inputs["metadata"], {
                name: namespace,
                labels: { "pod-security.kubernetes.io/enforce": "restricted" },
            });
        }
    });

    it("is ready with every release", async () => {
        const names = await Promise.all((await controllers()).result.ready.map(nameOf));
        assert.deepEqual(
            names,
            NAMES.map((name) => `controllers-${name}`),
        );
    });

    it("keeps every pod that calls for resources on the general nodes, as large as the sizing counts it", async () => {
        const values = JSON.stringify((await controllers()).ofType(RELEASE).map(({ inputs }) => inputs["values"]));
        const addOns = ["coredns", "metrics-server", "ebs-csi-controller"];
        for (const { name, cpuMilli, memoryMib } of SYSTEM_DEPLOYMENTS.filter((row) => !addOns.includes(row.name))) {
            assert.ok(values.includes(`"requests":{"cpu":"${cpuMilli}m","memory":"${memoryMib}Mi"}`), name);
        }
    });
});
