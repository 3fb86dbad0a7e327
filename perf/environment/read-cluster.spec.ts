import assert from "node:assert/strict";
import { PerfError } from "../perf-error";
import { AT_REST } from "./cluster-facts.fixture";
import type { ClusterCommands } from "./kubectl";
import { readCluster } from "./read-cluster";

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

/** Answers as a cluster at rest, but for some commands. */
function commands(other: (command: string) => string | undefined = () => undefined): ClusterCommands {
    const run = (program: string) => async (args: readonly string[]) => {
        const command = [program, ...args].join(" ");
        assert.ok(command in ANSWERS, command);
        return other(command) ?? JSON.stringify(ANSWERS[command]);
    };
    return { kubectl: (...args) => run("kubectl")(args), helm: (...args) => run("helm")(args) };
}

const PLACE = { release: "blue", namespace: "kaireon" };

describe("reading a cluster", () => {
    it("asks kubectl and Helm for all that the environment is made of", async () => {
        assert.deepEqual(await readCluster(commands(), PLACE), AT_REST);
    });

    it("takes a cluster without KEDA and without the node autoscaler's status for what it is", async () => {
        const facts = await readCluster(
            commands((command) => {
                if (command.includes("scaledobjects"))
                    throw new PerfError(
                        'kubectl failed (1):\nerror: the server doesn\'t have a resource type "scaledobjects"',
                    );
                return command.includes("configmap") ? "" : undefined;
            }),
            PLACE,
        );
        assert.deepEqual([facts.scaledObjects, facts.nodeScaling], [[], undefined]);
    });

    it("passes on what kubectl complains of", async () => {
        const forbidden = commands((command) => {
            if (command.includes("scaledobjects"))
                throw new PerfError("kubectl failed (1):\nError from server (Forbidden)");
            return undefined;
        });
        await assert.rejects(readCluster(forbidden, PLACE), /Forbidden/);
    });
});
