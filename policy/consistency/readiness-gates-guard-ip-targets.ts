import { CannotTell } from "../graph/cannot-tell";
import type { Release } from "../graph/release";
import type { Stack } from "../graph/stack";
import type { StackResource } from "../graph/stack-resource";
import { releasePolicy } from "../policy";

const NAMESPACE = "kubernetes:core/v1:Namespace";
const LABEL = "elbv2.k8s.aws/pod-readiness-gate-inject";

export const readinessGatesGuardIpTargets = releasePolicy({
    id: "readiness-gates-guard-ip-targets",
    title: "With targets of type ip the namespace has readiness gates",
    why: "A rollout finishes before any new pod is healthy in the target group, and takes the old ones away.",
    fix: `Label the namespace ${LABEL}: enabled`,
    severity: "medium",
    pitfalls: ["P-DRAIN-03"],
    links: ["https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/deploy/pod_readiness_gate/"],
    check: (release, stack, report) => {
        const { values, label } = release;
        if (values.flag("ingress.enabled") !== true || values.text("ingress.targetType") !== "ip") return;
        const namespace = namespaceOf(release, stack);
        const gate = namespace.properties.at(["metadata", "labels", LABEL]);
        if (gate.text() === "enabled") return;
        report.violation(
            `${namespace.label}: the label ${LABEL} is ${gate.shown()}, but ${label} has values.ingress.targetType ip. Set it to enabled.`,
            namespace,
        );
    },
});

/** @throws CannotTell when the release's namespace is not of this stack */
function namespaceOf({ resource, namespace, label }: Release, stack: Stack): StackResource {
    const [source] = resource.sources("namespace").filter(({ type }) => type === NAMESPACE);
    const found =
        source ?? stack.ofType(NAMESPACE).find(({ properties }) => properties.text("metadata.name") === namespace);
    if (found === undefined)
        throw new CannotTell(`${label}: its namespace ${namespace} is not of this stack`, resource.urn);
    return found;
}
