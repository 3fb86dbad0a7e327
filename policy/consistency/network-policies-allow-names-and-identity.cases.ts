import type { PolicyCases } from "../../test/policy/cases";
import type { StackFixture } from "../../test/policy/stack-fixture";

const RELEASE = "kubernetes:helm.sh/v3:Release kaireon";
const LABEL = "kaireon (kubernetes:helm.sh/v3:Release)";
const POLICY = "kubernetes:networking.k8s.io/v1:NetworkPolicy";

const NAMES = {
    to: [{ namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": "kube-system" } } }],
    ports: [
        { protocol: "UDP", port: 53 },
        { protocol: "TCP", port: 53 },
    ],
};
const AGENT = { to: [{ ipBlock: { cidr: "169.254.170.23/32" } }], ports: [{ protocol: "TCP", port: 80 }] };

/** A policy of the program's own in place of the chart's. */
const shut = (stack: StackFixture, egress: unknown) =>
    stack.setValue("networkPolicy.enabled", false).add({
        type: POLICY,
        name: "shut",
        props: {
            metadata: { namespace: "kaireon", name: "shut" },
            spec: { podSelector: {}, policyTypes: ["Ingress", "Egress"], egress },
        },
    });
const shutBut = `${LABEL}: shut (${POLICY}) shut what may leave namespace kaireon, but`;

const ADDED = {
    "kubernetes-objects-go-to-this-cluster": "what a test adds has no provider",
};

export const cases: PolicyCases = {
    violations: [
        {
            when: "pods cannot ask for names",
            change: (stack) => shut(stack, [AGENT]),
            at: RELEASE,
            message: `${shutBut} no egress rule allows port 53 for UDP, where pods ask for names. Add one to kube-system.`,
            also: ADDED,
        },
        {
            when: "pods cannot reach the agent",
            change: (stack) => shut(stack, [NAMES, { to: [{ ipBlock: { cidr: "10.64.0.0/16" } }] }]),
            at: RELEASE,
            message: `${shutBut} no egress rule allows 169.254.170.23 on port 80, where pods get the credentials of their role. Add one.`,
            also: ADDED,
        },
    ],
    absent: [
        {
            when: "the stack has no policy and the chart renders none",
            change: (stack) => stack.unsetValue("networkPolicy"),
            passes: true,
        },
    ],
    unknown: [
        {
            when: "the rules are not known",
            change: (stack) => shut(stack, [NAMES]).setUnknown(POLICY, "shut", "spec.egress"),
            unchecked: `shut (${POLICY}): spec.egress is not known before the update`,
        },
    ],
    passes: [
        { when: "names and agent are allowed", change: (stack) => shut(stack, [NAMES, AGENT]) },
        { when: "everything is allowed", change: (stack) => shut(stack, [{}]) },
        { when: "the chart adds its own", change: (stack) => shut(stack, []).setValue("networkPolicy.enabled", true) },
        {
            when: "another namespace is shut",
            change: (stack) => shut(stack, []).set(POLICY, "shut", "metadata.namespace", "other"),
        },
    ],
};
