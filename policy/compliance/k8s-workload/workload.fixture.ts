import type { StackFixture } from "../../../test/policy/stack-fixture";
import { samples } from "../kubernetes.samples";

export const DEPLOYMENT = "kubernetes:apps/v1:Deployment";
export const BUDGET = "kubernetes:policy/v1:PodDisruptionBudget";
export const NETWORK_POLICY = "kubernetes:networking.k8s.io/v1:NetworkPolicy";

/** A Deployment that every policy accepts, with what it needs beside it, in the cluster of the stack. */
export function withDeployment(stack: StackFixture): StackFixture {
    const provider = stack.find("kubernetes:batch/v1:Job").provider;
    for (const type of [DEPLOYMENT, BUDGET, NETWORK_POLICY])
        stack.add({ type, name: "sample", props: samples.inputs?.[type] ?? {} });
    stack.resources = stack.resources.map((resource) =>
        resource.name === "sample" && provider !== undefined ? { ...resource, provider } : resource,
    );
    return stack;
}
