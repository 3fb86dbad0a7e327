import assert from "node:assert/strict";
import { parseAllDocuments } from "yaml";
import { bundleScript } from "../k6/bundle";
import { SCENARIOS, scenarioNamed } from "../workload/scenarios";
import { valuesForLoad } from "./chart-values";
import { asYaml, manifests, scriptConfigMap } from "./manifests";
import { DEFAULT_API, serviceUrl } from "./place";
import { DEFAULT_RPS_PER_RUNNER, DEFAULT_RUNNER_CPU, runnerPlan } from "./runner-plan";
import { testRun } from "./test-run";
import { testRunSchema } from "./test-run.fixture";

const scenario = scenarioNamed("recommend-5krps");
const plan = runnerPlan(scenario, DEFAULT_RPS_PER_RUNNER, DEFAULT_RUNNER_CPU);
const SETTINGS = {
    scenario,
    plan,
    image: "grafana/k6:1.4.2",
    target: serviceUrl(DEFAULT_API),
    settings: { SEED: "7" },
    script: "export default () => {}",
    place: { api: DEFAULT_API },
};

describe("the runners of a scenario", () => {
    it("are as many as the peak needs, each with the same share of it", () => {
        const plans = [
            ["recommend-100rps", 1000],
            ["recommend-5krps", 1000],
            ["recommend-5krps", 1200],
            ["spike", 500],
            ["stress", 1000],
        ] as const;
        assert.deepEqual(
            plans.map(([name, most]) => {
                const { runners, rpsPerRunner } = runnerPlan(scenarioNamed(name), most, "3");
                return [runners, rpsPerRunner];
            }),
            [
                [1, 100],
                [5, 1000],
                [5, 1000],
                [4, 500],
                [12, 1000],
            ],
        );
    });

    it("have memory for all the virtual users that they may start", () => {
        // 1,000 requests a second of a second each are 1,000 virtual users of 5 MiB, over 1 GiB for k6 itself.
        assert.equal(plan.memoryMib, 6024);
    });
});

describe("the manifests of a run in the cluster", () => {
    it("hold only fields that k6-operator knows, for every scenario", () => {
        for (const one of SCENARIOS) {
            const made = testRun({ ...SETTINGS, scenario: one, plan: runnerPlan(one, 1000, "3") });
            assert.doesNotThrow(() => testRunSchema.parse(made), one.name);
        }
    });

    it("are a restricted namespace with its policies, the script and the run", () => {
        const [namespace, ...rest] = manifests(SETTINGS);
        assert.deepEqual(namespace, {
            apiVersion: "v1",
            kind: "Namespace",
            metadata: {
                name: "kaireon-load",
                labels: {
                    "pod-security.kubernetes.io/enforce": "restricted",
                    "pod-security.kubernetes.io/warn": "restricted",
                    "pod-security.kubernetes.io/audit": "restricted",
                },
            },
        });
        assert.deepEqual(rest.map(titleOf), [
            "NetworkPolicy default-deny",
            "NetworkPolicy k6",
            "NetworkPolicy runners",
            "ConfigMap k6-recommend-5krps",
            "TestRun recommend-5krps",
        ]);
    });

    it("put runners on nodes of their own, one on each, and never write down who calls", () => {
        const { spec } = testRun(SETTINGS);
        assert.equal(spec.parallelism, 5);
        assert.equal(spec.separate, true);
        for (const pod of [spec.initializer, spec.starter, spec.runner]) {
            assert.deepEqual(pod.nodeSelector, { "kaireon.ai/tier": "load" });
            assert.deepEqual(pod.tolerations, [
                { key: "kaireon.ai/tier", operator: "Equal", value: "load", effect: "NoSchedule" },
            ]);
        }
        const reference = (key: string) => ({ name: key, valueFrom: { secretKeyRef: { name: "kaireon-load", key } } });
        assert.deepEqual(spec.runner.env, [
            { name: "TARGET", value: "http://kaireon-api.kaireon.svc:3000" },
            reference("API_KEY"),
            reference("TENANT_ID"),
            { name: "SEED", value: "7" },
            { name: "K6_NEW_MACHINE_READABLE_SUMMARY", value: "false" },
        ]);
        assert.deepEqual(spec.runner.resources, {
            requests: { cpu: "3", memory: "6024Mi" },
            limits: { memory: "6024Mi" },
        });
    });

    it("leave a run's pods where they are, for their summaries", () => {
        assert.ok(!("cleanup" in testRun(SETTINGS).spec));
    });

    it("let runners out to the api's pods alone, or to a given port outside", () => {
        const egress = (place: Parameters<typeof manifests>[0]["place"]) =>
            JSON.parse(JSON.stringify(manifests({ ...SETTINGS, place })[3])).spec.egress;
        assert.deepEqual(egress({ api: { namespace: "blue", port: 3000 } }), [
            {
                to: [
                    {
                        namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": "blue" } },
                        podSelector: { matchLabels: { "app.kubernetes.io/component": "api" } },
                    },
                ],
                ports: [{ protocol: "TCP", port: 3000 }],
            },
        ]);
        assert.deepEqual(egress({ port: 443 }), [
            { to: [{ ipBlock: { cidr: "0.0.0.0/0" } }], ports: [{ protocol: "TCP", port: 443 }] },
        ]);
    });

    it("let runners in to the api by the chart's own setting", () => {
        assert.deepEqual(valuesForLoad({ port: 3000 }), {
            networkPolicy: {
                extraIngress: {
                    api: [
                        {
                            from: [
                                {
                                    namespaceSelector: {
                                        matchLabels: { "kubernetes.io/metadata.name": "kaireon-load" },
                                    },
                                    podSelector: { matchLabels: { app: "k6", runner: "true" } },
                                },
                            ],
                            ports: [{ protocol: "TCP", port: 3000 }],
                        },
                    ],
                },
            },
        });
    });

    it("take every scenario's script, and refuse one that is too large for a ConfigMap", async () => {
        const { code } = await bundleScript("recommend-5krps");
        assert.deepEqual(scriptConfigMap({ scenario, script: code }).data, { "script.js": code });
        assert.throws(() => scriptConfigMap({ scenario, script: "é".repeat(600_000) }), {
            message: /recommend-5krps has 1200000 bytes; a ConfigMap takes 1048576/,
        });
    });

    it("are documents of YAML that read back as they were", () => {
        const objects = manifests({ ...SETTINGS, script: 'const a = "x: |";\n  // é --- `\n\n' });
        const documents = parseAllDocuments(asYaml(objects)).map((document) => document.toJS());
        assert.deepEqual(documents, objects);
    });
});

function titleOf(object: object): string {
    const { kind, metadata } = JSON.parse(JSON.stringify(object));
    return `${kind} ${metadata.name}`;
}
