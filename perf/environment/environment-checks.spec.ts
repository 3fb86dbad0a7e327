import assert from "node:assert/strict";
import type { Scenario } from "../workload/scenario";
import type { ClusterFacts } from "./cluster-facts";
import { AT_REST, autoscaler, deployment, node, nodeScaling, scaledObject } from "./cluster-facts.fixture";
import { type EnvironmentFacts, environmentChecks, environmentProblems } from "./environment-checks";

const SCENARIO: Scenario = {
    name: "recommend-10rps",
    about: "",
    warmUpSeconds: 60,
    phases: [{ seconds: 300, fromRate: 10, toRate: 10 }],
    mix: { recommend: 1 },
};
const GOOD: EnvironmentFacts = {
    cluster: AT_REST,
    clusterName: "kaireon-large",
    scenario: SCENARIO,
    tenants: 1,
    licence: { licence: "enterprise" },
    traceSampleRate: 0.1,
};
const withCluster = (change: Partial<ClusterFacts>) =>
    environmentProblems({ ...GOOD, cluster: { ...AT_REST, ...change } });
const withApi = (change: object, status: object = {}) => {
    const api = deployment("api", 6);
    return withCluster({ deployments: [{ ...api, ...change, status: { ...api.status, ...status } }] });
};
const withHpa = (change: object, spec: object = {}) => {
    const hpa = autoscaler("kaireon-api-hpa", 6, 6, 50);
    const status = { currentReplicas: 6, desiredReplicas: 6, conditions: hpa.status?.conditions ?? [], ...change };
    const scaled = { maxReplicas: 50, minReplicas: 6, scaleTargetRef: { kind: "Deployment", name: "api" }, ...spec };
    return withCluster({ autoscalers: [{ ...hpa, spec: scaled, status }] });
};
const withNode = (change: object) => withCluster({ nodes: [{ ...node("n1", "api", "m7i.2xlarge"), ...change }] });
const image = (name: string) => {
    const api = deployment("api", 6);
    const spec = { replicas: 6, selector: {}, template: { spec: { containers: [{ name: "api", image: name }] } } };
    return withCluster({ deployments: [{ ...api, spec }] });
};

const CASES: readonly (readonly [string, readonly string[], RegExp])[] = [
    [
        "a context of another cluster",
        withCluster({ contextCluster: "arn:aws:eks:x:1:cluster/kaireon-trial" }),
        /kubectl's context is of arn:aws:eks:x:1:cluster\/kaireon-trial; the stack's cluster is kaireon-large\. Choose/,
    ],
    ["a node that is not ready", withNode({ status: {} }), /^Node n1 \(api\) is not ready\. Wait/],
    ["a cordoned node", withNode({ spec: { unschedulable: true } }), /^Node n1 \(api\) is cordoned\./],
    [
        "a node that is being taken away",
        withNode({ spec: { taints: [{ key: "ToBeDeletedByClusterAutoscaler", effect: "NoSchedule" }] } }),
        /^Node n1 \(api\) is being taken away/,
    ],
    ["no node but the load's", withCluster({ nodes: [node("n1", "load", "m7i.xlarge")] }), /no node of the platform/],
    [
        "a node autoscaler that says nothing",
        withCluster({ nodeScaling: undefined }),
        /cluster-autoscaler-status is missing/,
    ],
    [
        "a status of an older form",
        withCluster({ nodeScaling: "Cluster-autoscaler status at 2023:\nCluster-wide:\n  Health: Healthy" }),
        /not in the form/,
    ],
    [
        "nodes that are being added",
        withCluster({ nodeScaling: nodeScaling("InProgress", "NoCandidates") }),
        /^Its scale-up is InProgress\. Wait/,
    ],
    [
        "nodes that are being removed",
        withCluster({ nodeScaling: nodeScaling("NoActivity", "InProgress") }),
        /taking nodes away/,
    ],
    [
        "a node autoscaler that has not begun",
        withCluster({ nodeScaling: nodeScaling("NoActivity", "NoCandidates", "Initializing") }),
        /^It is Initializing; it must be Running/,
    ],
    [
        "an example's registry",
        image("123456789012.dkr.ecr.eu-west-1.amazonaws.com/kaireon-api:1.0.0"),
        /^123456789012\S+kaireon-api:1\.0\.0: an example's registry/,
    ],
    ["a registry that can't exist", image("registry.example.com/kaireon-api:1.0.0"), /an example's registry/],
    [
        "an image named latest",
        image("host:5000/kaireon-api:latest"),
        /^host:5000\/kaireon-api:latest: what it names can change/,
    ],
    ["an image without a version", image("host:5000/kaireon-api"), /^host:5000\/kaireon-api: what it names can change/],
    [
        "a rollout that has not been seen",
        withApi({}, { observedGeneration: 2 }),
        /^Deployment kaireon-api is being rolled out: 6 of its 6/,
    ],
    [
        "a rollout under way",
        withApi({}, { updatedReplicas: 4, replicas: 8 }),
        /^Deployment kaireon-api is being rolled out: 4 of its 8 pods are new/,
    ],
    [
        "a release that is being upgraded",
        withCluster({ release: { chart: "kaireon", version: "0.2.0", status: "pending-upgrade" } }),
        /^The Helm release is pending-upgrade; it must be deployed/,
    ],
    [
        "pods that are not ready",
        withApi({}, { readyReplicas: 5 }),
        /^Deployment kaireon-api has 5 of 6 pods ready\. Wait/,
    ],
    [
        "a namespace without the platform",
        withCluster({ deployments: [] }),
        /^No Deployment of the api is in the namespace/,
    ],
    [
        "an autoscaler at its maximum",
        withHpa({ currentReplicas: 50, desiredReplicas: 50 }),
        /^HorizontalPodAutoscaler kaireon-api-hpa is at its maximum of 50 pods before any load/,
    ],
    ["an autoscaler that is scaling", withHpa({ desiredReplicas: 9 }), /is scaling from 6 to 9 pods/],
    [
        "an autoscaler without metrics",
        withHpa({ conditions: [{ type: "ScalingActive", status: "False", message: "no metrics" }] }),
        /^HorizontalPodAutoscaler kaireon-api-hpa does not scale: no metrics\.$/,
    ],
    [
        "a queue that KEDA can't read",
        withCluster({ scaledObjects: [{ metadata: { name: "w" } }] }),
        /^ScaledObject w is not ready: KEDA has not looked at it yet\.$/,
    ],
    [
        "a scaler that is paused",
        withCluster({ scaledObjects: [scaledObject("w", "Paused")] }),
        /^ScaledObject w is in the state Paused/,
    ],
    ["tracing of every decision", environmentProblems({ ...GOOD, traceSampleRate: 1 }), /^Every decision is traced/],
    [
        "a sample rate that is not known",
        environmentProblems({ ...GOOD, traceSampleRate: { problem: "Nobody knows." } }),
        /^Nobody knows\.$/,
    ],
    [
        "a licence that nobody says",
        environmentProblems({ ...GOOD, licence: {} }),
        /^No documented endpoint tells the licence\. Say it: --licence community \| professional \| enterprise\.$/,
    ],
    [
        "use of a quota that nobody says",
        environmentProblems({ ...GOOD, licence: { licence: "community" } }),
        /Say it: --decisions-used N/,
    ],
    // 360 s at 10 a second are 3,600 decisions.
    [
        "a quota that is too small",
        environmentProblems({ ...GOOD, licence: { licence: "community", decisionsUsed: 6401 } }),
        /^recommend-10rps asks for 3,600 decisions with its warm-up; community has 3,599 of 10,000 left this month/,
    ],
    [
        "bulk beyond the limit",
        environmentProblems({
            ...GOOD,
            tenants: 1,
            scenario: {
                ...SCENARIO,
                phases: [{ seconds: 1, fromRate: 1, toRate: 40 }],
                mix: { recommend: 0.5, "respond-bulk": 0.5 },
            },
        }),
        /sends 1,200 bulk requests a minute for each of 1 tenants; .* Send for 2 tenants/,
    ],
];

describe("the conditions of a run that counts", () => {
    it("all hold for a platform at rest, with what was found", () => {
        const checks = environmentChecks(GOOD);
        assert.deepEqual(environmentProblems(GOOD), []);
        assert.deepEqual(
            checks.map(({ title, found }) => [title, found]),
            [
                ["cluster", "kaireon-large"],
                ["nodes ready", "3 nodes"],
                ["node autoscaler", "scale-up NoActivity, scale-down CandidatesPresent"],
                ["images", "2026.4.1"],
                ["no rollout", "kaireon-0.2.0 is deployed"],
                ["replicas ready", "api 6, worker 4"],
                ["pod autoscalers", "kaireon-api-hpa 6 of 50, keda-hpa-kaireon-worker 4 of 30"],
                ["trace sampling", "0.1 of the decisions"],
                ["licence quota", "3,600 decisions, unlimited"],
                ["rate limits", "respond-bulk 0 a minute and tenant"],
            ],
        );
    });

    for (const [what, problems, expected] of CASES)
        it(`refuse ${what}, and find nothing else`, () => {
            assert.equal(problems.length, 1, problems.join("\n"));
            assert.match(problems[0] ?? "", expected);
        });

    it("accept a tier that is held at one size, a quota that is just enough, and bulk shared by tenants", () => {
        assert.deepEqual(withHpa({}, { minReplicas: 6, maxReplicas: 6 }), []);
        assert.deepEqual(environmentProblems({ ...GOOD, licence: { licence: "community", decisionsUsed: 6400 } }), []);
        const bulk = { ...SCENARIO, phases: [{ seconds: 1, fromRate: 40, toRate: 40 }], mix: { "respond-bulk": 0.5 } };
        assert.deepEqual(environmentProblems({ ...GOOD, tenants: 2, scenario: bulk }), []);
    });

    it("are all said at once", () => {
        const broken = { ...AT_REST, deployments: [], nodeScaling: undefined };
        assert.equal(environmentProblems({ ...GOOD, cluster: broken, licence: {}, traceSampleRate: 1 }).length, 4);
    });
});
