import { SECURITY_GROUP } from "../../graph/security-groups";
import type { Stack } from "../../graph/stack";
import type { StackResource } from "../../graph/stack-resource";
import type { View } from "../../graph/view";

export type Direction = "ingress" | "egress";

/** One rule of a security group, whichever of the three ways the program states it in. */
export interface TrafficRule {
    readonly resource: StackResource;
    /** The rule, for messages: `ingress.0`; empty for a rule that is a resource of its own. */
    readonly path: string;
    readonly cidrs: readonly View[];
    readonly protocol: View;
    readonly ports: { readonly from: View; readonly to: View };
}

const RULE = "aws:ec2/securityGroupRule:SecurityGroupRule";
const NEWER: Readonly<Record<Direction, string>> = {
    ingress: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
    egress: "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule",
};

export function trafficTypes(direction: Direction): readonly string[] {
    return [SECURITY_GROUP, RULE, NEWER[direction]];
}

/** Also rules of groups that are not of this stack. */
export function trafficRules(direction: Direction, stack: Stack): readonly TrafficRule[] {
    const inline = stack
        .ofType(SECURITY_GROUP)
        .filter((group) => group.gives(direction))
        .flatMap((group) => group.properties.items(direction).map((rule) => listed(group, rule, rule.path)));
    const older = stack
        .ofType(RULE)
        .filter(({ properties }) => properties.text("type") === direction)
        .map((rule) => listed(rule, rule.properties, ""));
    const newer = stack.ofType(NEWER[direction]).map((resource) => ({
        resource,
        path: "",
        cidrs: ["cidrIpv4", "cidrIpv6"].filter((key) => resource.gives(key)).map((key) => resource.properties.at(key)),
        protocol: resource.properties.at("ipProtocol"),
        ports: { from: resource.properties.at("fromPort"), to: resource.properties.at("toPort") },
    }));
    return [...inline, ...older, ...newer];
}

function listed(resource: StackResource, rule: View, path: string): TrafficRule {
    // A computed list of a rule resource is unknown in a preview although nobody gave it.
    const isGiven = (key: string) => path !== "" || resource.gives(key);
    return {
        resource,
        path,
        cidrs: ["cidrBlocks", "ipv6CidrBlocks"].filter(isGiven).flatMap((key) => rule.items(key)),
        protocol: rule.at("protocol"),
        ports: { from: rule.at("fromPort"), to: rule.at("toPort") },
    };
}

/** The addresses that stand for the internet; half of it counts too. @throws CannotTell when an address is unknown */
export function internetIn({ cidrs }: TrafficRule): string | undefined {
    return cidrs.map((cidr) => cidr.text() ?? "").find((cidr) => /\/[01]$/.test(cidr));
}

export function isAllProtocols({ protocol }: TrafficRule): boolean {
    return ["-1", "all"].includes(protocol.text() ?? "-1");
}

/** `all ports`, `port 5432`, `ports 0 to 65535`. */
export function shownPorts(rule: TrafficRule): string {
    if (isAllProtocols(rule)) return "all ports";
    const from = rule.ports.from.number() ?? 0;
    const to = rule.ports.to.number() ?? from;
    return from === to ? `port ${from}` : `ports ${from} to ${to}`;
}
