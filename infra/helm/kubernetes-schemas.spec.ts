import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { join, resolve } from "node:path";
import * as ts from "typescript";
import { CHART, helm, type KubernetesObject, LARGE_FILES, renderBase, renderLarge } from "./rendered-chart";

/** Where each API version's models are: validators of the published schemas, and their types. */
const MODULES: Readonly<Record<string, string>> = {
    v1: "kubernetes-models/v1",
    "apps/v1": "kubernetes-models/apps/v1",
    "autoscaling/v2": "kubernetes-models/autoscaling/v2",
    "batch/v1": "kubernetes-models/batch/v1",
    "networking.k8s.io/v1": "kubernetes-models/networking.k8s.io/v1",
    "policy/v1": "kubernetes-models/policy/v1",
    "external-secrets.io/v1": "@kubernetes-models/external-secrets/external-secrets.io/v1",
    "keda.sh/v1alpha1": "@kubernetes-models/keda/keda.sh/v1alpha1",
    "monitoring.coreos.com/v1": "@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1",
};

/** Everything that the chart can render. */
const EVERYTHING = {
    stream: { enabled: true },
    mcp: { dedicated: true },
    config: { FLOW_STREAMING_ENABLED: "true" },
    monitoring: { prometheus: { enabled: true, labels: { release: "prometheus" } } },
    kafka: { authentication: "scram", caBundle: "-----BEGIN CERTIFICATE-----" },
    interactionStore: { backend: "scylla" },
    scylla: { enabled: true, contactPoints: "scylla.example.com", datacenter: "eu-west" },
    postgres: { external: { caBundle: "-----BEGIN CERTIFICATE-----" }, pooler: { enabled: true } },
    externalSecrets: Object.fromEntries(["kafka", "scylla", "mcp"].map((secret) => [secret, { secretArn: "arn" }])),
    image: { pullSecrets: ["registry"] },
    api: { priorityClassName: "kaireon" },
    networkPolicy: { dnsCidrs: ["169.254.20.10/32"] },
};

describe("every rendered object, core and custom kinds alike", function () {
    this.timeout(60_000);
    let objects: readonly KubernetesObject[];
    before(async () => {
        const charts = await Promise.all([renderBase(), renderLarge(), renderLarge(EVERYTHING)]);
        const byText = charts.flatMap(({ objects }) =>
            objects.map((object) => [JSON.stringify(object), object] as const),
        );
        objects = [...new Map(byText).values()];
        assert.ok(objects.length > 60);
    });

    it("fits the schema of its kind", () => {
        const wrong = brokenDeployment(objects, { replicas: "three" });
        assert.deepEqual(schemaProblems([...objects, wrong]), [
            "Deployment kaireon-broken: data/spec/replicas must be integer",
        ]);
    });

    it("has no field that its kind does not know", () => {
        const misspelt = brokenDeployment(objects, { replica: 3 });
        const [problem, ...others] = typeProblems([...objects, misspelt]);
        assert.match(String(problem), /'"replica"' does not exist in type 'IDeploymentSpec'/);
        assert.deepEqual(others, []);
    });

    it("passes helm lint --strict", async () => {
        assert.match(
            await helm(["lint", "--strict", CHART, ...LARGE_FILES]),
            /1 chart\(s\) linted, 0 chart\(s\) failed/,
        );
    });
});

/** A Deployment with fields of its specification broken: a check that lets it pass checks nothing. */
function brokenDeployment(objects: readonly KubernetesObject[], fields: object): KubernetesObject {
    const deployment = objects.find(({ kind }) => kind === "Deployment");
    assert.ok(deployment);
    const spec = { ...Object(deployment["spec"]), ...fields };
    return { ...deployment, metadata: { name: "kaireon-broken" }, spec };
}

function moduleOf({ apiVersion, kind }: KubernetesObject): string {
    const module = MODULES[apiVersion];
    assert.ok(module, `no models for ${apiVersion} ${kind}`);
    return `${module}/${kind}`;
}

function schemaProblems(objects: readonly KubernetesObject[]): readonly string[] {
    const input = JSON.stringify(objects.map((object) => ({ module: moduleOf(object), object })));
    const script = join(CHART, "fixtures", "validate-objects.mjs");
    const run = spawnSync(process.execPath, [script], { input, encoding: "utf8" });
    assert.equal(run.status, 0, run.stderr);
    return run.stdout.split("\n").filter((line) => line !== "");
}

/** The validators let unknown fields pass; the compiler does not, in an object literal of the kind's type. */
function typeProblems(objects: readonly KubernetesObject[]): readonly string[] {
    const source = objects
        .map((object, index) => {
            const type = `import("${moduleOf(object)}").I${object.kind}`;
            return `export const object${index}: ${type} = ${JSON.stringify(object)};`;
        })
        .join("\n");
    const file = resolve("rendered-objects.mts");
    const options: ts.CompilerOptions = {
        strict: true,
        skipLibCheck: true,
        noEmit: true,
        types: [],
        target: ts.ScriptTarget.ES2022,
        module: ts.ModuleKind.NodeNext,
        moduleResolution: ts.ModuleResolutionKind.NodeNext,
    };
    const host = ts.createCompilerHost(options);
    const { fileExists, getSourceFile } = host;
    host.fileExists = (path) => path === file || fileExists(path);
    host.getSourceFile = (path, ...rest) =>
        path === file ? ts.createSourceFile(path, source, ts.ScriptTarget.ES2022) : getSourceFile(path, ...rest);
    const program = ts.createProgram([file], options, host);
    return ts
        .getPreEmitDiagnostics(program)
        .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
}
