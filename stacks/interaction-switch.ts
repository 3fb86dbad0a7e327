import * as pulumi from "@pulumi/pulumi";
import { RunError } from "@pulumi/pulumi/errors";
import type { StackConfig } from "./config";
import { switchProblem } from "./stores/interaction-store/migration";

/**
 * Where the last update wrote interactions; undefined in a stack's first one.
 *
 * @throws RunError when this update would drop that store while it switches to another
 */
export async function checkSwitch({ workload, migration }: StackConfig): Promise<string | undefined> {
    const before = await previousOutput("interactionStore");
    if (typeof before !== "string") return undefined;
    const problem = switchProblem(before, workload.interactionStore, migration);
    if (problem !== undefined) throw new RunError(problem);
    return before;
}

/**
 * An output of this very stack, as the last update left it. By the engine's own function and not by a `StackReference`: that would be a
 * resource of the stack, which reads the stack at every update.
 */
async function previousOutput(name: string): Promise<unknown> {
    const stack = `${pulumi.getOrganization()}/${pulumi.getProject()}/${pulumi.getStack()}`;
    const { outputs }: { outputs?: unknown } = await pulumi.runtime.invoke("pulumi:pulumi:readStackOutputs", {
        name: stack,
    });
    return typeof outputs === "object" && outputs !== null ? Reflect.get(outputs, name) : undefined;
}
