import type { Stack } from "../graph/stack";
import type { StackResource } from "../graph/stack-resource";
import type { View } from "../graph/view";
import { type Report, stackPolicy } from "../policy";
import { hasLabels, nodeGroupsOf, refusingTaints, shownLabels, shownTaints } from "./node-groups";

const ADD_ON = "aws:eks/addon:Addon";
const RELEASE = "kubernetes:helm.sh/v3:Release";

interface Pods {
    /** Where the add-on's configuration holds the pods' settings; empty: at its root. */
    readonly at: readonly string[];
    /** Pods on every node; they tolerate every taint unless told otherwise. */
    readonly onEveryNode: boolean;
}

/** The pods that EKS's add-ons run. https://docs.aws.amazon.com/eks/latest/userguide/workloads-add-ons-available-eks.html */
const PODS: Readonly<Record<string, readonly Pods[]>> = {
    coredns: [{ at: [], onEveryNode: false }],
    "metrics-server": [{ at: [], onEveryNode: false }],
    "aws-ebs-csi-driver": [
        { at: ["controller"], onEveryNode: false },
        { at: ["node"], onEveryNode: true },
    ],
    "vpc-cni": [{ at: [], onEveryNode: true }],
    "eks-pod-identity-agent": [{ at: [], onEveryNode: true }],
};

export const systemPodsHaveNodes = stackPolicy({
    id: "system-pods-have-nodes",
    title: "Add-ons and controllers find nodes, and their daemon sets run on every tainted group",
    why: "On tainted groups alone CoreDNS stays Pending and nothing resolves; a daemon set kept off by a taint leaves nodes without network, volumes or credentials.",
    fix: "Keep one node group without taints, or give the pods the tolerations",
    severity: "high",
    pitfalls: ["P-SCHED-05"],
    links: ["https://docs.aws.amazon.com/eks/latest/userguide/node-taints-managed-node-groups.html"],
    types: [ADD_ON],
    check: (stack, report) => {
        if (stack.ofType("aws:eks/nodeGroup:NodeGroup").length === 0) return;
        report.each(stack.ofType(ADD_ON), (addOn) => checkAddOn(addOn, stack, report));
        const own = new Set(stack.releases.map(({ resource }) => resource));
        const others = stack.ofType(RELEASE).filter((release) => !own.has(release));
        report.each(others, (release) => {
            const values = release.properties.at("values");
            if (values.at("nodeSelector").exists) checkDeployment(release, values, stack, report);
        });
    },
});

function checkAddOn(addOn: StackResource, stack: Stack, report: Report): void {
    const configuration = addOn.gives("configurationValues") ? addOn.properties.json("configurationValues") : undefined;
    for (const { at, onEveryNode } of PODS[addOn.properties.text("addonName") ?? ""] ?? []) {
        const settings = configuration?.at(at);
        if (!onEveryNode) checkDeployment(addOn, settings, stack, report);
        else if (settings?.at("tolerations").exists === true) checkDaemonSet(addOn, settings, stack, report);
    }
}

function checkDeployment(owner: StackResource, settings: View | undefined, stack: Stack, report: Report): void {
    const selector = settings?.at("nodeSelector");
    const labels = Object.fromEntries((selector?.names() ?? []).map((key) => [key, selector?.text([key]) ?? ""]));
    const tolerations = settings?.items("tolerations") ?? [];
    const groups = nodeGroupsOf(stack).filter((group) => hasLabels(group, labels));
    if (groups.some((group) => refusingTaints(group, tolerations).length === 0)) return;
    const wanted =
        groups.length === 0
            ? `no node group has ${shownLabels(labels)}`
            : "every node group that they may run on has a taint that they do not tolerate";
    report.violation(
        `${owner.label}: ${wanted}: its pods stay Pending. Build a node group without taints, or give its pods the selector and tolerations of one.`,
        owner,
    );
}

function checkDaemonSet(addOn: StackResource, settings: View, stack: Stack, report: Report): void {
    for (const group of nodeGroupsOf(stack)) {
        const refusing = refusingTaints(group, settings.items("tolerations"));
        if (refusing.length === 0) continue;
        report.violation(
            `${addOn.label}: configurationValues set tolerations that do not cover ${shownTaints(refusing)} of ${group.label}: its nodes go without the add-on. Add the toleration.`,
            addOn,
        );
    }
}
