import { CannotTell } from "./cannot-tell";
import type { Stack } from "./stack";
import type { StackResource } from "./stack-resource";

export const SUBNET = "aws:ec2/subnet:Subnet";

/** The subnets that a property refers to; for nested ones name the top-level property (`brokerNodeGroupInfo`, `vpcConfig`). */
export function subnetsOf(resource: StackResource, property: string, stack: Stack): readonly StackResource[] {
    return resource.references(property, SUBNET, stack.ofType(SUBNET));
}

/**
 * The zones of the subnets that a property refers to, sorted.
 *
 * @throws CannotTell when the subnets are not of this stack, or a subnet's zone is not known
 */
export function zonesOf(resource: StackResource, property: string, stack: Stack): readonly string[] {
    const subnets = subnetsOf(resource, property, stack);
    if (subnets.length === 0 && resource.gives(property))
        throw new CannotTell(`${resource.label}: the subnets in ${property} are not of this stack`, resource.urn);
    const zones = subnets.map((subnet) => subnet.properties.text("availabilityZone") ?? "");
    return [...new Set(zones)].filter((zone) => zone !== "").sort();
}
