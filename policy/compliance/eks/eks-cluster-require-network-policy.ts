import { stackPolicy } from "../../policy";

const ADD_ON = "aws:eks/addon:Addon";
/** Charts of other engines that enforce network policies. */
const ENGINES = /(^|\/)(cilium|calico|tigera-operator|antrea)$/;

export const eksClusterRequireNetworkPolicy = stackPolicy({
    id: "eks-cluster-require-network-policy",
    title: "The cluster enforces network policies",
    why: "Without an engine the API server takes every NetworkPolicy and nobody obeys it: each pod reaches each store.",
    fix: 'Set enableNetworkPolicy to "true" in the configurationValues of the vpc-cni add-on',
    severity: "high",
    controls: ["eks_cluster_network_policy_enabled", "CIS-EKS-1.8.0/4.3.1", "CIS-EKS-1.8.0/5.4.4"],
    links: ["https://docs.aws.amazon.com/eks/latest/userguide/cni-network-policy-configure.html"],
    types: ["aws:eks/cluster:Cluster"],
    check: (stack, report) => {
        // With the chart in the same stack network-policies-are-enforced compares the add-on with its values.
        if (stack.releases.length > 0) return;
        const hasEngine = stack
            .ofType("kubernetes:helm.sh/v3:Release", "kubernetes:helm.sh/v4:Chart")
            .some(({ properties }) => ENGINES.test(properties.text("chart") ?? ""));
        if (hasEngine) return;
        const addOns = stack.ofType(ADD_ON).filter(({ properties }) => properties.text("addonName") === "vpc-cni");
        if (addOns.length === 0)
            report.violation(
                'The stack has a cluster and no vpc-cni add-on: nothing enforces network policies. Make the add-on with configurationValues {"enableNetworkPolicy":"true"}.',
            );
        report.each(addOns, (addOn) => {
            const given = addOn.properties.json("configurationValues").flag("enableNetworkPolicy");
            if (given !== true)
                report.violation(
                    `${addOn.label}: configurationValues.enableNetworkPolicy is ${given ?? "not set"}; it must be "true". Set it.`,
                    addOn,
                );
        });
    },
});
