import * as assert from "node:assert/strict";
import { Provider } from "@pulumi/kubernetes/provider";
import * as pulumi from "@pulumi/pulumi";
import { record } from "../../test/mocks";
import { NAMESPACE, Platform } from "./platform";

const RELEASE_TYPE = "kubernetes:helm.sh/v3:Release";

class Prerequisite extends pulumi.CustomResource {
    constructor(name: string) {
        super("test:app:Prerequisite", name, {});
    }
}

const build = (preview = false) =>
    record(
        () => {
            const provider = new Provider("cluster", { kubeconfig: "{}" });
            const controllers = new Prerequisite("controllers");
            new Prerequisite("alarms");
            const endpoint = new Prerequisite("database").id;
            return new Platform(
                "platform",
                {
                    chart: { chart: "./infra/helm", version: "0.1.0", description: "chart files sha256:abc" },
                    values: { api: { enabled: true }, postgres: { external: { host: endpoint } } },
                    waitFor: [controllers],
                },
                { provider },
            );
        },
        { preview },
    );

describe("Platform", () => {
    it("is a namespace and a release", async () => {
        assert.deepEqual((await build()).children("kaireon:app:Platform", "platform"), [
            "kubernetes:core/v1:Namespace platform-namespace",
            "kubernetes:helm.sh/v3:Release platform",
        ]);
    });

    it("refuses unsafe pods in the namespace and holds old pods until the load balancer knows the new ones", async () => {
        const { metadata } = (await build()).inputs("kubernetes:core/v1:Namespace", "platform-namespace");
        assert.deepEqual(metadata, {
            name: NAMESPACE,
            labels: {
                "pod-security.kubernetes.io/enforce": "restricted",
                "pod-security.kubernetes.io/warn": "restricted",
                "pod-security.kubernetes.io/audit": "restricted",
                "elbv2.k8s.aws/pod-readiness-gate-inject": "enabled",
            },
        });
    });

    it("releases the chart with the given values and no others", async () => {
        const release = (await build()).resource(RELEASE_TYPE, "platform");
        assert.deepEqual(release.inputs, {
            chart: "./infra/helm",
            version: "0.1.0",
            description: "chart files sha256:abc",
            name: "kaireon",
            namespace: "kaireon",
            createNamespace: false,
            values: { api: { enabled: true }, postgres: { external: { host: "database-id" } } },
            atomic: true,
            cleanupOnFail: true,
            skipAwait: false,
            timeout: 1_800,
            maxHistory: 10,
            compat: "true",
        });
        assert.deepEqual(release.secretInputs, []);
    });

    it("waits for what its caller names and what its values hold, and for nothing else", async () => {
        const release = (await build()).resource(RELEASE_TYPE, "platform");
        assert.deepEqual(release.waitsFor, ["controllers", "database", "platform-namespace"]);
    });

    it("shows every known value in a preview beside the unknown ones", async () => {
        const { values } = (await build(true)).inputs(RELEASE_TYPE, "platform");
        assert.deepEqual((values as Record<string, unknown>)["api"], { enabled: true });
    });
});
