import { instanceTypesOf } from "../consistency/node-groups";
import { nodeType } from "../facts/node-types";
import { CannotTell } from "../graph/cannot-tell";
import type { Stack } from "../graph/stack";
import type { StackResource } from "../graph/stack-resource";
import { maxNodes, zonesOfGroup } from "./node-pool";

/** All groups at their maximum, and the nodes that an update of the group with the largest step starts on top. */
export function vcpusAtMaximum(groups: readonly StackResource[], stack: Stack): number {
    const onDemand = groups.filter((group) => group.properties.text("capacityType") !== "SPOT");
    const sizes = onDemand.map((group) => ({
        each: vcpusOfNode(group, stack),
        nodes: maxNodes(group),
        zones: zonesOfGroup(group, stack).length,
    }));
    const running = sizes.reduce((sum, { each, nodes }) => sum + each * nodes, 0);
    return running + Math.max(0, ...sizes.map(({ each, zones }) => each * 2 * zones));
}

function vcpusOfNode(group: StackResource, stack: Stack): number {
    const each = instanceTypesOf(group, stack).map((name) => {
        const type = nodeType(name);
        if (type === undefined)
            throw new CannotTell(`${group.label}: how many vCPUs a node of ${name} has is not known`, group.urn);
        return type.vcpu;
    });
    return Math.max(...each);
}
