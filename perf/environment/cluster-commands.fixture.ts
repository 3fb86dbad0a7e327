import assert from "node:assert/strict";
import { AT_REST } from "./cluster-facts.fixture";
import type { ClusterCommands } from "./kubectl";

const ANSWERS: Readonly<Record<string, unknown>> = {
    "kubectl version --output=json": { serverVersion: { gitVersion: AT_REST.kubernetesVersion } },
    "kubectl config view --minify --output=json": { clusters: [{ name: AT_REST.contextCluster }] },
    "kubectl get nodes --output=json": { items: AT_REST.nodes },
    "kubectl get deployments --namespace=kaireon --output=json": { items: AT_REST.deployments },
    "kubectl get horizontalpodautoscalers.v2.autoscaling --namespace=kaireon --output=json": {
        items: AT_REST.autoscalers,
    },
    "kubectl get scaledobjects.keda.sh --namespace=kaireon --output=json": { items: AT_REST.scaledObjects },
    "kubectl get configmap cluster-autoscaler-status --namespace=kube-system --ignore-not-found --output=json": {
        data: { status: AT_REST.nodeScaling },
    },
    "helm get metadata blue --namespace=kaireon --output=json": AT_REST.release,
    "helm get values blue --namespace=kaireon --all --output=json": AT_REST.values,
};

/** kubectl and Helm on a cluster at rest, with the release `blue`; some commands may be answered otherwise. */
export function answering(other: (command: string) => string | undefined = () => undefined): ClusterCommands {
    const run = (program: string) => async (args: readonly string[]) => {
        const command = [program, ...args].join(" ");
        assert.ok(command in ANSWERS, command);
        return other(command) ?? JSON.stringify(ANSWERS[command]);
    };
    return { kubectl: (...args) => run("kubectl")(args), helm: (...args) => run("helm")(args) };
}
