import { CannotTell } from "../graph/cannot-tell";
import type { Release } from "../graph/release";
import type { Stack } from "../graph/stack";
import type { StackResource } from "../graph/stack-resource";

/**
 * The stores of a type that the release talks to: the only one, else those that its values are made of.
 *
 * @throws CannotTell when there are several and the values name none of them
 */
export function storesOf(release: Release, stack: Stack, type: string): readonly StackResource[] {
    const stores = stack.ofType(type);
    if (stores.length < 2) return stores;
    const used = stores.filter((store) => release.usesOutputOf(store));
    if (used.length > 0) return used;
    const names = stores.map(({ name }) => name).sort();
    throw new CannotTell(
        `which of ${names.join(", ")} (${type}) ${release.label} uses does not show in its values`,
        release.resource.urn,
    );
}
