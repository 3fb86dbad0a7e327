import type { Stack } from "../graph/stack";
import type { StackResource } from "../graph/stack-resource";

/**
 * Whether a resource is made after another: by a dependency, its dependencies' dependencies, or as a child of a component that it
 * depends on.
 */
export function waitsFor(resource: StackResource, target: StackResource, stack: Stack): boolean {
    return awaited(resource, stack).has(target);
}

/** Everything that is made before the resource. */
export function awaited(resource: StackResource, stack: Stack): ReadonlySet<StackResource> {
    const children = childrenOf(stack);
    const found = new Set<StackResource>();
    const open = [...resource.dependencies];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
        if (found.has(next)) continue;
        found.add(next);
        open.push(...next.dependencies, ...(children.get(next) ?? []));
    }
    return found;
}

function childrenOf(stack: Stack): ReadonlyMap<StackResource, readonly StackResource[]> {
    const children = new Map<StackResource, StackResource[]>();
    for (const resource of stack.resources) {
        const { parent } = resource;
        // The stack itself is everything's parent and nobody's wait.
        if (parent === undefined || parent.type === "pulumi:pulumi:Stack") continue;
        const siblings = children.get(parent);
        if (siblings === undefined) children.set(parent, [resource]);
        else siblings.push(resource);
    }
    return children;
}
