import { CannotTell } from "../graph/cannot-tell";
import type { Release } from "../graph/release";
import { groupsOf, SECURITY_GROUP } from "../graph/security-groups";
import type { Stack } from "../graph/stack";
import type { StackResource } from "../graph/stack-resource";
import { subnetsOf } from "../graph/zones";
import type { ReachedStore } from "./store-ports";
import { groupsFor } from "./tier-placement";

const TEMPLATE = "aws:ec2/launchTemplate:LaunchTemplate";
const POD_GROUPS = ["kubernetes:vpcresources.k8s.aws/v1beta1:SecurityGroupPolicy"];

/** From where the pods of some nodes come, as a security group's rules see them. */
export interface Origin {
    readonly nodes: StackResource;
    readonly groups: readonly StackResource[];
    /** Whether the nodes have the group that EKS makes for the cluster. */
    readonly hasClusterGroup: boolean;
    readonly subnets: readonly StackResource[];
}

/** The origins of the pods that connect to a store. @throws CannotTell when nodes are not of this stack */
export function originsOf({ tiers }: Pick<ReachedStore, "tiers">, release: Release, stack: Stack): readonly Origin[] {
    const nodes = release.tiers
        .filter((tier) => tiers.includes(tier.name) && tier.enabled)
        .flatMap((tier) => groupsFor(tier, stack));
    return [...new Set(nodes)].map((group) => originOf(group, stack));
}

/** Every security group that nodes or pods of the stack carry. */
export function groupsOfPods(stack: Stack): readonly StackResource[] {
    const onTemplates = stack.ofType(TEMPLATE).flatMap((template) => templateGroups(template, stack));
    const onPods = stack.ofType(...POD_GROUPS).flatMap((policy) => policy.references("spec", SECURITY_GROUP));
    const madeByEks = stack.ofType(SECURITY_GROUP).filter(({ parent }) => parent?.type.startsWith("eks:index:"));
    return [...onTemplates, ...onPods, ...madeByEks];
}

function originOf(nodes: StackResource, stack: Stack): Origin {
    const [template] = nodes.references("launchTemplate", TEMPLATE, stack.ofType(TEMPLATE));
    if (template === undefined && nodes.gives("launchTemplate"))
        throw new CannotTell(
            `${nodes.label}: its launchTemplate, and so its security groups, is not of this stack`,
            nodes.urn,
        );
    const groups = template === undefined ? [] : templateGroups(template, stack);
    const givesGroups =
        template?.gives("vpcSecurityGroupIds") === true || template?.gives("networkInterfaces") === true;
    const refersToCluster = (template?.dependencies ?? []).some(({ type }) =>
        /^(aws:eks\/cluster|eks:index):?.*Cluster$/.test(type),
    );
    // Without groups of its own, a node group gets the cluster's.
    return {
        nodes,
        groups,
        hasClusterGroup: !givesGroups || refersToCluster,
        subnets: subnetsOf(nodes, "subnetIds", stack),
    };
}

function templateGroups(template: StackResource, stack: Stack): readonly StackResource[] {
    return ["vpcSecurityGroupIds", "networkInterfaces"]
        .filter((property) => template.gives(property))
        .flatMap((property) => groupsOf(template, property, stack));
}
