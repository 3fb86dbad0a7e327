import type { Release } from "../graph/release";
import type { Stack } from "../graph/stack";
import type { View } from "../graph/view";
import { releasePolicy } from "../policy";
import { holdsRange } from "./ipv4-range";

const POLICY = "kubernetes:networking.k8s.io/v1:NetworkPolicy";
const ASSOCIATION = "aws:eks/podIdentityAssociation:PodIdentityAssociation";
/** Source: https://docs.aws.amazon.com/eks/latest/userguide/pod-id-agent-setup.html */
const AGENT = { address: "169.254.170.23/32", port: 80 };

export const networkPoliciesAllowNamesAndIdentity = releasePolicy({
    id: "network-policies-allow-names-and-identity",
    title: "Network policies of the stack that shut the namespace let pods ask for names and credentials",
    why: "Pods that reach neither DNS nor the Pod Identity agent start, and then every connection and every AWS call fails.",
    fix: "Allow port 53 for UDP and TCP, and 169.254.170.23 on port 80, or let the chart render the policies",
    severity: "high",
    pitfalls: ["P-NET-03"],
    links: ["https://docs.aws.amazon.com/eks/latest/userguide/pod-id-agent-setup.html"],
    check: (release, stack, report) => {
        // The chart's own policies add what each tier needs to whatever else there is.
        if (release.values.flag("networkPolicy.enabled") === true) return;
        const rules = egressRules(release, stack);
        if (rules === undefined) return;
        const say = (problem: string) =>
            report.violation(`${release.label}: ${rules.shownBy}, but ${problem}`, release.resource);
        if (!rules.places.some((rule) => allowsPort(rule, 53, "UDP")))
            say("no egress rule allows port 53 for UDP, where pods ask for names. Add one to kube-system.");
        const usesAgent = stack
            .ofType(ASSOCIATION)
            .some(({ properties }) => properties.at("namespace").shown() === `"${release.namespace}"`);
        if (usesAgent && !rules.places.some((rule) => allowsPort(rule, AGENT.port, "TCP") && allowsAgent(rule)))
            say(
                "no egress rule allows 169.254.170.23 on port 80, where pods get the credentials of their role. Add one.",
            );
    },
});

/** All egress rules for the namespace, once a policy shuts it; undefined when none does. */
function egressRules(
    release: Release,
    stack: Stack,
): { readonly shownBy: string; readonly places: readonly View[] } | undefined {
    const policies = stack
        .ofType(POLICY)
        .filter(({ properties }) => (properties.text("metadata.namespace") ?? "default") === release.namespace);
    const shutting = policies.filter(({ properties }) => properties.texts("spec.policyTypes").includes("Egress"));
    if (shutting.length === 0) return undefined;
    const names = shutting.map(({ label }) => label).sort();
    return {
        shownBy: `${names.join(", ")} shut what may leave namespace ${release.namespace}`,
        places: policies.flatMap(({ properties }) => properties.items("spec.egress")),
    };
}

function allowsPort(rule: View, port: number, protocol: string): boolean {
    const ports = rule.items("ports");
    if (ports.length === 0) return true;
    return ports.some((one) => {
        if ((one.text("protocol") ?? "TCP") !== protocol) return false;
        const from = one.text("port");
        if (from === undefined || from === "dns") return true;
        return Number(from) <= port && port <= (one.number("endPort") ?? Number(from));
    });
}

function allowsAgent(rule: View): boolean {
    const to = rule.items("to");
    return to.length === 0 || to.some((one) => holdsRange(one.text("ipBlock.cidr") ?? "", AGENT.address));
}
