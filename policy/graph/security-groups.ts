import type { Stack } from "./stack";
import type { StackResource } from "./stack-resource";
import type { View } from "./view";

export const SECURITY_GROUP = "aws:ec2/securityGroup:SecurityGroup";

const INGRESS_RULE = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
const RULE = "aws:ec2/securityGroupRule:SecurityGroupRule";
const CLUSTERS = ["aws:eks/cluster:Cluster", "eks:index:Cluster"];

/** Where a rule lets traffic come from. */
export type Source =
    | { readonly kind: "group"; readonly group: StackResource }
    /** The group that EKS itself makes for a cluster and gives to its nodes. */
    | { readonly kind: "clusterGroup"; readonly cluster: StackResource }
    | { readonly kind: "cidr"; readonly cidr: string }
    /** A group or list that is not of this stack, or not known before the update. */
    | { readonly kind: "other"; readonly shown: string };

/** One rule that lets traffic in, whichever of the three ways the program states it in. */
export interface IngressRule {
    /** The resource that states it: the rule, or the group with inline rules. */
    readonly resource: StackResource;
    readonly sources: readonly Source[];
    /** @throws CannotTell when ports or protocol are unknown */
    readonly allows: (port: number, protocol?: "tcp" | "udp") => boolean;
}

/** The security groups that a property refers to; for nested ones name the top-level property (`brokerNodeGroupInfo`, `vpcOptions`). */
export function groupsOf(resource: StackResource, property: string, stack: Stack): readonly StackResource[] {
    return resource.references(property, SECURITY_GROUP, stack.ofType(SECURITY_GROUP));
}

/** All rules that let traffic into a group. */
export function ingressRules(group: StackResource, stack: Stack): readonly IngressRule[] {
    const rules = stack.referringTo(group, INGRESS_RULE, "securityGroupId").map((rule) => ({
        resource: rule,
        sources: [
            ...groupSources(rule, "referencedSecurityGroupId", stack),
            ...cidrSources(["cidrIpv4", "cidrIpv6"].flatMap((key) => one(rule, key))),
            ...otherSources(one(rule, "prefixListId")),
        ],
        allows: portTest(rule.properties, "ipProtocol"),
    }));
    const older = stack
        .referringTo(group, RULE, "securityGroupId")
        .filter((rule) => rule.properties.text("type") === "ingress")
        .map((rule) => ({
            resource: rule,
            sources: [
                ...groupSources(rule, "sourceSecurityGroupId", stack),
                ...cidrSources(["cidrBlocks", "ipv6CidrBlocks"].flatMap((key) => given(rule, key))),
                ...otherSources(given(rule, "prefixListIds")),
                ...(rule.properties.at("self").shown() === "true" ? [{ kind: "group", group } as const] : []),
            ],
            allows: portTest(rule.properties, "protocol"),
        }));
    return [...rules, ...older, ...inlineRules(group, stack)];
}

/** Who can reach a port through any of the groups: empty when nobody. @throws CannotTell when a rule's ports are unknown */
export function sourcesOn(groups: readonly StackResource[], port: number, stack: Stack): readonly Source[] {
    return groups
        .flatMap((group) => ingressRules(group, stack))
        .filter((rule) => rule.allows(port))
        .flatMap(({ sources }) => sources);
}

function inlineRules(group: StackResource, stack: Stack): readonly IngressRule[] {
    if (!group.gives("ingress")) return [];
    return group.properties.items("ingress").map((rule) => ({
        resource: group,
        sources: [
            ...rule.items("securityGroups").flatMap((place) => inlineSources(place, group, stack)),
            ...cidrSources(["cidrBlocks", "ipv6CidrBlocks"].flatMap((key) => rule.items(key))),
            ...otherSources(rule.items("prefixListIds")),
            ...(rule.at("self").shown() === "true" ? [{ kind: "group", group } as const] : []),
        ],
        allows: portTest(rule, "protocol"),
    }));
}

/** One entry of an inline rule's groups. Which of the program's references an unknown one is does not show: it may be any. */
function inlineSources(place: View, group: StackResource, stack: Stack): readonly Source[] {
    if (place.state !== "unknown") {
        const named = stack.ofType(SECURITY_GROUP).filter(({ properties }) => properties.shown("id") === place.shown());
        return named.length > 0
            ? named.map((other) => ({ kind: "group", group: other }))
            : [{ kind: "other", shown: place.shown() }];
    }
    const groups = group
        .references("ingress", SECURITY_GROUP)
        .map((other) => ({ kind: "group", group: other }) as const);
    const clusters = CLUSTERS.flatMap((type) => group.references("ingress", type));
    const found = [...groups, ...clusters.map((cluster) => ({ kind: "clusterGroup", cluster }) as const)];
    return found.length > 0 ? found : [{ kind: "other", shown: place.shown() }];
}

function groupSources(rule: StackResource, property: string, stack: Stack): readonly Source[] {
    if (!rule.gives(property)) return [];
    const groups = groupsOf(rule, property, stack);
    if (groups.length > 0) return groups.map((group) => ({ kind: "group", group }));
    const cluster = CLUSTERS.flatMap((type) => rule.references(property, type)).at(0);
    if (cluster !== undefined) return [{ kind: "clusterGroup", cluster }];
    return [{ kind: "other", shown: rule.properties.shown(property) }];
}

function cidrSources(places: readonly View[]): readonly Source[] {
    return places.flatMap((place): readonly Source[] => {
        if (place.state === "absent") return [];
        if (place.state === "unknown") return [{ kind: "other", shown: place.shown() }];
        return [{ kind: "cidr", cidr: place.text() ?? "" }];
    });
}

function otherSources(places: readonly View[]): readonly Source[] {
    return places.filter((place) => place.exists).map((place) => ({ kind: "other", shown: place.shown() }));
}

/** The property, if the program gives it. */
function one(resource: StackResource, property: string): readonly View[] {
    return resource.gives(property) ? [resource.properties.at(property)] : [];
}

/** The items of a list that the program gives. */
function given(resource: StackResource, property: string): readonly View[] {
    return resource.gives(property) ? resource.properties.items(property) : [];
}

function portTest(rule: View, protocolKey: string): IngressRule["allows"] {
    return (port, protocol = "tcp") => {
        const of = rule.text(protocolKey) ?? "-1";
        if (of === "-1" || of === "all") return true;
        if (of !== protocol && of !== { tcp: "6", udp: "17" }[protocol]) return false;
        const from = rule.number("fromPort") ?? 0;
        return from <= port && port <= (rule.number("toPort") ?? from);
    };
}
