import type { Kubectl, KubernetesObject } from "../../offline/cluster/kubectl";
import type { ClusterCommands } from "../../perf/environment/kubectl";
import { scriptConfigMap } from "../../perf/in-cluster/manifests";
import { loadNamespace, networkPolicies } from "../../perf/in-cluster/namespace-objects";
import { DEFAULT_API, serviceUrl } from "../../perf/in-cluster/place";
import { DEFAULT_RPS_PER_RUNNER, DEFAULT_RUNNER_CPU, runnerPlan } from "../../perf/in-cluster/runner-plan";
import { type TestRun, type TestRunPod, testRun } from "../../perf/in-cluster/test-run";
import { scenarioNamed } from "../../perf/workload/scenarios";

/** The commands of perf/ on the cluster of a test. */
export function commandsOf(kubectl: Kubectl): ClusterCommands {
    return {
        kubectl: (...args) => kubectl.run(args),
        helm: async (...args) => (await kubectl.helm(args)).stdout,
    };
}

/** What a run in the cluster is made of: k6-operator's custom resource, and what Kubernetes itself knows. */
export function loadOf(name: string): { readonly run: TestRun; readonly others: readonly object[] } {
    const scenario = scenarioNamed(name);
    const plan = runnerPlan(scenario, DEFAULT_RPS_PER_RUNNER, DEFAULT_RUNNER_CPU);
    const image = "stand-in.invalid/k6:1.0.0";
    return {
        run: testRun({ scenario, plan, image, starterImage: image, target: serviceUrl(DEFAULT_API), settings: {} }),
        others: [
            loadNamespace(),
            ...networkPolicies({ api: DEFAULT_API }),
            scriptConfigMap({ scenario, script: "export default () => {}" }),
        ],
    };
}

/**
 * A pod of each kind, put together as k6-operator does, whose own definition is not here:
 * https://github.com/grafana/k6-operator/tree/main/pkg/resources/jobs
 */
export function podsOfRun({ metadata, spec }: TestRun): readonly KubernetesObject[] {
    const podOf = (role: string, pod: TestRunPod): KubernetesObject => ({
        apiVersion: "v1",
        kind: "Pod",
        metadata: {
            name: `${metadata.name}-${role}`,
            namespace: metadata.namespace,
            labels: { app: "k6", k6_cr: metadata.name, ...(role === "runner" ? { runner: "true" } : {}) },
            ...pod.metadata,
        },
        spec: {
            automountServiceAccountToken: pod.automountServiceAccountToken === "true",
            restartPolicy: "Never",
            nodeSelector: pod.nodeSelector,
            tolerations: pod.tolerations,
            topologySpreadConstraints: pod.topologySpreadConstraints,
            securityContext: pod.securityContext,
            containers: [
                {
                    name: "k6",
                    image: pod.image,
                    env: pod.env,
                    resources: pod.resources,
                    securityContext: pod.containerSecurityContext,
                    volumeMounts: [{ name: "k6-test-volume", mountPath: "/test" }],
                },
            ],
            volumes: [{ name: "k6-test-volume", configMap: { name: spec.script.configMap.name } }],
        },
    });
    return [podOf("initializer", spec.initializer), podOf("starter", spec.starter), podOf("runner", spec.runner)];
}
