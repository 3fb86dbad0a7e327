import assert from "node:assert/strict";
import {
    type Finding,
    idle,
    judge,
    judgeConfig,
    missingForJudge,
    provideJudge,
    unexplained,
} from "../../offline/cluster/judge";
import type { Kubectl } from "../../offline/cluster/kubectl";
import { terminalProgress } from "../../offline/engine/progress";
import { skipOrFail, useCluster } from "./cluster-run";
import { objectsOf, RENDERINGS } from "./judge-renderings";

const NAMESPACE = "kaireon";
const say = (line: string) => void process.stdout.write(`${line}\n`);

describe("what the API server says of the chart's objects, with pod security at restricted", function () {
    const cluster = useCluster(this);

    before(async () => {
        const { kubectl, tools } = cluster();
        const definitions = tools.definitions.map((file) => `--filename=${file}`);
        await kubectl.run(["apply", "--server-side", ...definitions]);
        await kubectl.run([
            "wait",
            "customresourcedefinition",
            "--all",
            "--for=condition=Established",
            "--timeout=60s",
        ]);
        const modes = ["enforce", "warn", "audit"].map((mode) => [`pod-security.kubernetes.io/${mode}`, "restricted"]);
        const metadata = { name: NAMESPACE, labels: Object.fromEntries(modes) };
        await kubectl.apply([{ apiVersion: "v1", kind: "Namespace", metadata }]);
    });

    for (const rendering of RENDERINGS) {
        it(`${rendering.title}: takes every object, without a warning and without an unknown field`, async () => {
            const objects = await objectsOf(rendering);
            const { exitCode, stdout, stderr } = await dryRun(cluster().kubectl, objects);
            assert.equal(stderr, "");
            assert.equal(exitCode, 0);
            assert.equal(stdout.trim().split("\n").length, objects.length);
        });
    }

    it("would have been a warning: pods that say nothing of their rights", async () => {
        const { stderr } = await dryRun(cluster().kubectl, [CARELESS]);
        assert.match(
            stderr,
            /^Warning: would violate PodSecurity "restricted:latest": allowPrivilegeEscalation != false/,
        );
    });
});

function dryRun(kubectl: Kubectl, objects: readonly object[]) {
    const list = JSON.stringify({ apiVersion: "v1", kind: "List", items: objects });
    const args = ["apply", "--dry-run=server", "--validate=strict", `--namespace=${NAMESPACE}`, "--filename=-"];
    return kubectl.attempt(args, list);
}

describe("what kube-score says of the chart's objects", function () {
    this.timeout(30 * 60_000);
    const { optional, suppressions } = judgeConfig();
    const findings = new Map<string, readonly Finding[]>();
    let executable: string;

    before(async function () {
        const missing = missingForJudge(process.env);
        if (missing !== undefined) {
            say(skipOrFail(missing, process.env));
            return this.skip();
        }
        executable = await provideJudge(process.env, { say, progress: terminalProgress() });
        for (const rendering of RENDERINGS) {
            const objects = await objectsOf(rendering);
            findings.set(rendering.title, await judge(executable, { ...rendering, objects }, optional));
        }
    });

    for (const { title } of RENDERINGS) {
        it(`${title}: nothing but what offline/cluster/judge/config.yaml explains`, () => {
            assert.deepEqual(unexplained(findings.get(title) ?? [], suppressions), []);
        });
    }

    it("explains nothing that is not found", () => {
        assert.deepEqual(idle([...findings.values()].flat(), suppressions), []);
        assert.deepEqual(
            suppressions.filter(({ reason }) => reason.length < 80).map(({ check }) => check),
            [],
        );
    });

    it("would have been found: a pod without limits, rights taken away, probes or a policy", async () => {
        const found = await judge(executable, { stack: "large", objects: [CARELESS] }, optional);
        for (const check of [
            "container-resources",
            "container-security-context-readonlyrootfilesystem",
            "container-seccomp-profile",
            "pod-networkpolicy",
        ]) {
            assert.ok(
                unexplained(found, suppressions).some((finding) => finding.check === check),
                check,
            );
        }
    });
});

describe("suppressions of the judge", () => {
    const finding = (check: string, object: string, stack = "large"): Finding => ({
        stack,
        check,
        object,
        message: "",
    });
    const found = [
        finding("a", "Deployment/one"),
        finding("a", "Deployment/two"),
        finding("b", "Deployment/one", "trial"),
    ];
    const reason = "";
    const left = (...suppressions: Parameters<typeof unexplained>[1]) =>
        unexplained(found, suppressions).map(({ check, object }) => `${check} ${object}`);

    it("cover a check wherever it is found, or on the objects or in the stack that they name", () => {
        assert.deepEqual(left({ check: "a", reason }), ["b Deployment/one"]);
        assert.deepEqual(left({ check: "a", objects: ["Deployment/two"], reason }), [
            "a Deployment/one",
            "b Deployment/one",
        ]);
        assert.deepEqual(left({ check: "a", reason }, { check: "b", stack: "large", reason }), ["b Deployment/one"]);
        assert.deepEqual(left({ check: "a", reason }, { check: "b", stack: "trial", reason }), []);
    });

    it("are named when nothing needs them, object by object", () => {
        const objects = ["Deployment/one", "Deployment/three"];
        const suppressions = [
            { check: "c", reason },
            { check: "a", objects, reason },
            { check: "b", stack: "large", reason },
            { check: "b", reason },
        ];
        assert.deepEqual(idle(found, suppressions), ["c", "a: Deployment/three", "b"]);
    });
});

/** A Deployment that asks for nothing and gives up nothing. */
const CARELESS = {
    apiVersion: "apps/v1",
    kind: "Deployment",
    metadata: { name: "careless" },
    spec: {
        selector: { matchLabels: { app: "careless" } },
        template: {
            metadata: { labels: { app: "careless" } },
            spec: { containers: [{ name: "careless", image: "stand-in.invalid/none:1.0.0" }] },
        },
    },
};
