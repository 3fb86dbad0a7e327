import { CannotTell } from "../graph/cannot-tell";
import type { Release } from "../graph/release";
import type { Stack } from "../graph/stack";
import { releasePolicy } from "../policy";
import { findOperator } from "./operators";

const POLICY = "kubernetes:networking.k8s.io/v1:NetworkPolicy";
const ENGINES = /^(calico|tigera-operator|cilium|antrea|kube-router)$/;

export const networkPoliciesAreEnforced = releasePolicy({
    id: "network-policies-are-enforced",
    title: "Where there are network policies, something in the cluster enforces them",
    why: "The VPC CNI ignores them by default: the policies exist, pass every audit, and stop nothing.",
    fix: 'Set enableNetworkPolicy to "true" in the vpc-cni add-on\'s configurationValues, or install another engine',
    severity: "high",
    pitfalls: ["P-NET-04"],
    links: ["https://docs.aws.amazon.com/eks/latest/userguide/cni-network-policy-configure.html"],
    check: (release, stack, report) => {
        const policies = askedBy(release, stack);
        const [cluster] = stack.ofType("aws:eks/cluster:Cluster", "eks:index:Cluster");
        if (policies === undefined || cluster === undefined) return;
        if (findOperator(stack, ENGINES, "crd.projectcalico.org").length > 0) return;
        if (cluster.gives("computeConfig") && cluster.properties.flag("computeConfig.enabled") === true)
            throw new CannotTell(
                `${cluster.label}: Auto Mode enforces network policies by a ConfigMap and node classes, which are not looked at`,
                cluster.urn,
            );
        const [addOn] = stack
            .ofType("aws:eks/addon:Addon")
            .filter(({ properties }) => properties.at("addonName").shown() === '"vpc-cni"');
        const fix = 'Set enableNetworkPolicy to "true" there.';
        if (addOn === undefined)
            return report.violation(
                `${release.label}: ${policies}, but the stack configures no vpc-cni add-on for ${cluster.label}, and the one that EKS installs enforces nothing. Add it. ${fix}`,
                release.resource,
            );
        const settings = addOn.gives("configurationValues") ? addOn.properties.json("configurationValues") : undefined;
        if (settings?.flag("enableNetworkPolicy") === true) return;
        report.violation(
            `${addOn.label}: configurationValues has enableNetworkPolicy ${settings?.shown("enableNetworkPolicy") ?? "not set"}, but in ${release.label} ${policies}. ${fix}`,
            addOn,
        );
    },
});

/** What says that there are policies; undefined when nothing does. */
function askedBy({ values }: Release, stack: Stack): string | undefined {
    if (values.flag("networkPolicy.enabled") === true) return "values.networkPolicy.enabled is true";
    const [policy] = stack.ofType(POLICY);
    return policy === undefined ? undefined : `the stack has ${policy.label}`;
}
