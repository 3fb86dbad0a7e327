import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type PropertyMap, secret, UNKNOWN } from "../protocol/values";
import { KubernetesStandIn } from "./kubernetes-stand-in";

const RELEASE = "kubernetes:helm.sh/v3:Release";
const said: string[] = [];
const standIn = new KubernetesStandIn("4.34.2", (message) => said.push(message));

function resource(type: string, name = "x") {
    return { urn: `urn:pulumi:s::p::${type}::${name}`, type, name };
}

function check(type: string, inputs: PropertyMap, oldInputs: PropertyMap = {}) {
    return standIn.check({ ...resource(type), inputs, oldInputs, seed: Buffer.from("seed") });
}

describe("the stand-in for kubernetes", () => {
    it("stands in for what the cluster gives its provider, so that the engine asks it", () => {
        const { inputs, failures } = standIn.checkConfig({ kubeconfig: secret(UNKNOWN), clusterIdentifier: UNKNOWN });
        assert.deepEqual(failures, []);
        assert.doesNotMatch(JSON.stringify(inputs), new RegExp(UNKNOWN));
    });

    it("replaces the provider for another cluster, not for another kubeconfig", () => {
        const old = { kubeconfig: "a", clusterIdentifier: "https://a" };
        assert.deepEqual(standIn.replacingSettings(old, { kubeconfig: "b", clusterIdentifier: "https://a" }), []);
        assert.deepEqual(standIn.replacingSettings(old, { kubeconfig: "a", clusterIdentifier: "https://b" }), [
            "clusterIdentifier",
        ]);
    });

    it("checks objects against the SDK and custom resources for their shape", async () => {
        const namespace = await check("kubernetes:core/v1:Namespace", { metadata: { nme: "a" } });
        assert.deepEqual(
            namespace.failures.map(({ reason }) => reason),
            [
                "stand-in for kubernetes: kubernetes:core/v1:Namespace: it has no property metadata.nme. Did you mean name?",
            ],
        );
        const custom = await check("kubernetes:external-secrets.io/v1:ExternalSecret", {
            metadata: { name: "a" },
            spec: {},
        });
        assert.deepEqual(
            custom.failures.map(({ property }) => property),
            ["apiVersion", "kind"],
        );
        await assert.rejects(
            check("kubernetes:core/v1:Pod", {}),
            /it does not know the resource type kubernetes:core\/v1:Pod\. Add a row/,
        );
    });

    it("names an object that has no name, and keeps the name", async () => {
        const first = await check("kubernetes:core/v1:Namespace", {});
        const { name } = first.inputs["metadata"] as PropertyMap;
        assert.match(String(name), /^x-[0-9a-f]{8}$/);
        assert.deepEqual((await check("kubernetes:core/v1:Namespace", {}, first.inputs)).inputs, first.inputs);
    });

    it("replaces an object whose name changes and a Secret whose data changes", () => {
        const diff = (type: string, oldInputs: PropertyMap, inputs: PropertyMap) =>
            Object.values(
                standIn.diff({ ...resource(type), id: "x", oldInputs, inputs, ignoreChanges: [] }).changes,
            ).map(({ replace }) => replace);
        const labelled = (name: string, tier: string) => ({ metadata: { name, labels: { tier } } });
        assert.deepEqual(diff("kubernetes:core/v1:Namespace", labelled("a", "x"), labelled("b", "x")), [true]);
        assert.deepEqual(diff("kubernetes:core/v1:Namespace", labelled("a", "x"), labelled("a", "y")), [false]);
        assert.deepEqual(diff("kubernetes:core/v1:Secret", { data: { a: "x" } }, { data: { a: "y" } }), [true]);
    });
});

describe("a Helm release of the stand-in", function () {
    // The first rendering on a machine unpacks Helm.
    this.timeout(60_000);
    let chart = "";

    before(() => {
        chart = mkdtempSync(join(tmpdir(), "chart-"));
        mkdirSync(join(chart, "templates"));
        writeFileSync(join(chart, "Chart.yaml"), "apiVersion: v2\nname: probe\nversion: 1.0.0\n");
        writeFileSync(
            join(chart, "values.schema.json"),
            JSON.stringify({ type: "object", properties: { port: { type: "integer" }, host: { type: "string" } } }),
        );
        writeFileSync(
            join(chart, "templates", "service.yaml"),
            "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  labels: { a: b }\n  name: {{ .Release.Name }}-api\n---\n" +
                'apiVersion: v1\nkind: Service\nmetadata:\n  name: "api"\n  annotations: { host: {{ .Values.host | quote }} }\n',
        );
    });

    after(() => rmSync(chart, { recursive: true }));

    it("is rendered by Helm: its objects and the digest of them are inputs", async () => {
        const { inputs, failures } = await check(RELEASE, {
            chart,
            name: "r",
            namespace: "apps",
            values: { port: 1, host: "h" },
        });
        assert.deepEqual(failures, []);
        assert.deepEqual(inputs["resourceNames"], {
            "Deployment.apps/apps/v1": ["apps/r-api"],
            "Service/v1": ["apps/api"],
        });
        assert.match(String(inputs["checksum"]), /^[0-9a-f]{64}$/);
        assert.equal(inputs["timeout"], 300);
    });

    it("is rendered with placeholders for what is not known, and its objects are not known then", async () => {
        const { inputs, failures } = await check(RELEASE, { chart, values: { port: UNKNOWN, host: secret(UNKNOWN) } });
        assert.deepEqual(failures, []);
        assert.equal("checksum" in inputs, false);
        const request = { ...resource(RELEASE), inputs, preview: true, timeoutSeconds: 0 };
        assert.deepEqual(
            [standIn.create(request).state["resourceNames"], standIn.create(request).state["status"]],
            [UNKNOWN, UNKNOWN],
        );
    });

    it("fails with Helm's own words when the chart's schema refuses the values", async () => {
        const { failures } = await check(RELEASE, { chart, values: { port: "many", host: "h" } });
        assert.match(
            failures[0]?.reason ?? "",
            /Helm refuses .*\n[\s\S]*values don't meet the specifications of the schema[\s\S]*port/,
        );
    });

    it("says in the debug log alone that a repository's chart is not rendered", async () => {
        const keda = {
            chart: "keda",
            version: "2.18.0",
            repositoryOpts: { repo: "https://kedacore.github.io/charts" },
        };
        assert.deepEqual((await check(RELEASE, keda)).failures, []);
        assert.deepEqual(said, [
            "stand-in for kubernetes: https://kedacore.github.io/charts keda 2.18.0 is not rendered: there is no network in an offline run.",
        ]);
    });

    it("has the id and the status that Helm gives, and counts its revisions", async () => {
        const { inputs } = await check(RELEASE, {
            chart,
            name: "r",
            namespace: "apps",
            values: { port: 1, host: "h" },
        });
        const { id, state } = standIn.create({ ...resource(RELEASE), inputs, preview: false, timeoutSeconds: 0 });
        assert.equal(id, "apps/r");
        const update = {
            ...resource(RELEASE),
            id,
            oldState: state,
            oldInputs: inputs,
            inputs,
            preview: false,
            timeoutSeconds: 0,
        };
        const status = standIn.update(update)["status"] as PropertyMap;
        assert.deepEqual([status["status"], status["revision"]], ["deployed", 2]);
    });
});
