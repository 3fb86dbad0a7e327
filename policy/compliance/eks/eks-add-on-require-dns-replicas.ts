import { resourcePolicy } from "../../policy";

export const eksAddOnRequireDnsReplicas = resourcePolicy({
    id: "eks-add-on-require-dns-replicas",
    title: "CoreDNS scales by itself or has a pod for each of three zones",
    why: "With two pods, a drained node beside a lost zone leaves every pod without names.",
    fix: 'Set configurationValues of the coredns add-on to {"replicaCount":3} or {"autoScaling":{"enabled":true}}',
    severity: "medium",
    controls: ["EKS-BPG/reliability/coredns-autoscale"],
    links: ["https://docs.aws.amazon.com/eks/latest/userguide/coredns-autoscaling.html"],
    types: ["aws:eks/addon:Addon"],
    check: ({ label, properties, urn }, report) => {
        if (properties.text("addonName") !== "coredns") return;
        const settings = properties.json("configurationValues");
        if (settings.flag("autoScaling.enabled") === true) return;
        const replicas = settings.number("replicaCount") ?? 2;
        if (replicas < 3)
            report.violation(
                `${label}: configurationValues gives CoreDNS ${replicas} pods; it must have 3, or autoScaling.enabled. Set replicaCount to 3.`,
                { urn },
            );
    },
});
