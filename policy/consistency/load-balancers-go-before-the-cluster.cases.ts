import type { PolicyCases } from "../../test/policy/cases";
import type { StackFixture } from "../../test/policy/stack-fixture";

const RELEASE = "kubernetes:helm.sh/v3:Release";
const CONTROLLER = "controllers-aws-load-balancer-controller";

/** The controller again, without what it waits for and without anything that waits for it. */
function alone(stack: StackFixture, chart: string): StackFixture {
    const { props } = stack.find(RELEASE, CONTROLLER);
    return stack
        .remove(RELEASE, CONTROLLER)
        .add({ type: RELEASE, name: CONTROLLER, props: { ...props, chart }, from: { values: ["nodes-general-all"] } });
}

export const cases: PolicyCases = {
    violations: [
        {
            when: "the release does not wait for the controller",
            change: (stack) => {
                alone(stack, "aws-load-balancer-controller");
                const provider = stack.find(RELEASE, "kaireon").provider;
                stack.resources = stack.resources.map((node) =>
                    node.name === CONTROLLER && provider !== undefined ? { ...node, provider } : node,
                );
            },
            at: "kubernetes:helm.sh/v3:Release kaireon",
            message:
                "kaireon (kubernetes:helm.sh/v3:Release): its ingress makes a load balancer, but the release does not wait for controllers-aws-load-balancer-controller (kubernetes:helm.sh/v3:Release), which also deletes it. Add it to dependsOn.",
        },
    ],
    absent: [
        {
            when: "the values make no ingress",
            passes: true,
            change: (stack) => alone(stack, "aws-load-balancer-controller").unsetValue("ingress"),
        },
        {
            when: "the controller is not of this stack",
            passes: true,
            change: (stack) => stack.remove(RELEASE, CONTROLLER),
        },
    ],
    unknown: [
        {
            when: "whether there is an ingress is not known",
            change: (stack) => stack.setValueUnknown("ingress.enabled"),
            unchecked: "kaireon (kubernetes:helm.sh/v3:Release): values.ingress.enabled is not known before the update",
        },
    ],
};
