import { CannotTell } from "../graph/cannot-tell";
import type { Stack } from "../graph/stack";
import type { StackResource } from "../graph/stack-resource";
import type { View } from "../graph/view";

export const NODE_GROUP = "aws:eks/nodeGroup:NodeGroup";

const LAUNCH_TEMPLATE = "aws:ec2/launchTemplate:LaunchTemplate";

/** What EKS's names of effects stand for in Kubernetes. */
const EFFECTS: Readonly<Record<string, string>> = {
    NO_SCHEDULE: "NoSchedule",
    NO_EXECUTE: "NoExecute",
    PREFER_NO_SCHEDULE: "PreferNoSchedule",
};

/** Other ways in which a cluster gets nodes; their labels and taints do not show in the stack as a node group's do. */
const OTHER_NODES = [
    "aws:eks/fargateProfile:FargateProfile",
    "aws:autoscaling/group:Group",
    "kubernetes:karpenter.sh/v1:NodePool",
    "kubernetes:karpenter.sh/v1beta1:NodePool",
    "kubernetes:karpenter.sh/v1beta1:Provisioner",
    "eks:index:NodeGroup",
    "eks:index:NodeGroupV2",
];

export interface Taint {
    readonly key: string;
    readonly value: string;
    /** As Kubernetes says it: `NoSchedule`. */
    readonly effect: string;
}

/**
 * The managed node groups of the stack.
 *
 * @throws CannotTell when nodes come in a way that does not show their labels, or not from this stack
 */
export function nodeGroupsOf(stack: Stack): readonly StackResource[] {
    const [other] = stack.ofType(...OTHER_NODES);
    if (other !== undefined) throw new CannotTell(`${other.label} makes nodes whose labels and taints do not show`);
    const clusters = stack.ofType("aws:eks/cluster:Cluster");
    const auto = clusters.find((cluster) => cluster.gives("computeConfig"));
    if (auto !== undefined) throw new CannotTell(`${auto.label} makes its own nodes (computeConfig)`, auto.urn);
    const groups = stack.ofType(NODE_GROUP);
    if (groups.length === 0) throw new CannotTell("the stack has no node groups: the release goes to nodes of another");
    // The order of registration differs from run to run; messages must not.
    return [...groups].sort((one, other) => one.name.localeCompare(other.name));
}

export function labelsOf(group: StackResource): Readonly<Record<string, string>> {
    if (!group.gives("labels")) return {};
    const labels = group.properties.at("labels");
    return Object.fromEntries(labels.names().map((key) => [key, labels.text([key]) ?? ""]));
}

export function taintsOf(group: StackResource): readonly Taint[] {
    if (!group.gives("taints")) return [];
    return group.properties.items("taints").map((taint) => {
        const effect = taint.text("effect") ?? "";
        return { key: taint.text("key") ?? "", value: taint.text("value") ?? "", effect: EFFECTS[effect] ?? effect };
    });
}

export function hasLabels(group: StackResource, selector: Readonly<Record<string, string>>): boolean {
    const labels = labelsOf(group);
    return Object.entries(selector).every(([key, value]) => isSetByKubernetes(key) || labels[key] === value);
}

/** The taints that keep a pod with these tolerations off the group's nodes. */
export function refusingTaints(group: StackResource, tolerations: readonly View[]): readonly Taint[] {
    const refusing = taintsOf(group).filter(({ effect }) => effect !== "PreferNoSchedule");
    return refusing.filter((taint) => !tolerations.some((toleration) => tolerates(toleration, taint)));
}

function tolerates(toleration: View, { key, value, effect }: Taint): boolean {
    const ofKey = toleration.text("key") ?? "";
    const operator = toleration.text("operator") ?? "Equal";
    const ofEffect = toleration.text("effect") ?? "";
    if (ofEffect !== "" && ofEffect !== effect) return false;
    if (operator === "Exists") return ofKey === "" || ofKey === key;
    return ofKey === key && (toleration.text("value") ?? "") === value;
}

/** The group's own list, else its launch template's type. @throws CannotTell when neither is known */
export function instanceTypesOf(group: StackResource, stack: Stack): readonly string[] {
    if (group.gives("instanceTypes")) return group.properties.texts("instanceTypes");
    const [template] = group.references("launchTemplate", LAUNCH_TEMPLATE, stack.ofType(LAUNCH_TEMPLATE));
    const type = template?.gives("instanceType") === true ? template.properties.text("instanceType") : undefined;
    if (type !== undefined) return [type];
    // EKS's default, where neither says a type. A template that is not of this stack may say another.
    if (!group.gives("launchTemplate")) return ["t3.medium"];
    throw new CannotTell(`${group.label}: its instance types do not show`, group.urn);
}

/** Labels that every node gets by itself, whatever the group says. */
function isSetByKubernetes(key: string): boolean {
    return /^(kubernetes\.io\/(os|arch|hostname)|(topology|node|failure-domain\.beta)\.kubernetes\.io\/|eks\.amazonaws\.com\/)/.test(
        key,
    );
}

/** `kaireon.ai/tier=api`, for messages. */
export function shownLabels(labels: Readonly<Record<string, string>>): string {
    const pairs = Object.entries(labels).map(([key, value]) => `${key}=${value}`);
    return pairs.length === 0 ? "nothing" : pairs.join(", ");
}

export function shownTaints(taints: readonly Taint[]): string {
    return taints.map(({ key, value, effect }) => `${key}=${value}:${effect}`).join(", ");
}
