import { CannotTell } from "../graph/cannot-tell";
import type { Release } from "../graph/release";
import type { Stack } from "../graph/stack";
import type { StackResource } from "../graph/stack-resource";

/**
 * The store of a kind that the release talks to: the only one of the stack, else the one whose outputs its values are made of;
 * undefined when the stack holds none, as with an existing store.
 *
 * @throws CannotTell when there are several and the values do not show which
 */
export function storeOf(release: Release, stack: Stack, ...types: readonly string[]): StackResource | undefined {
    const all = stack.ofType(...types);
    if (all.length <= 1) return all[0];
    const [only, ...others] = all.filter((store) => release.usesOutputOf(store));
    if (only !== undefined && others.length === 0) return only;
    const names = all.map(({ name }) => name).join(", ");
    throw new CannotTell(
        `which of ${names} (${types.join(", ")}) ${release.label} uses does not show in its values`,
        release.resource.urn,
    );
}

/** Stores that the release's values are made of, or whose own name stands in them at the place. */
export function storesNamed(
    release: Release,
    stack: Stack,
    place: string,
    ...types: readonly string[]
): readonly StackResource[] {
    const told = release.values.at(place);
    const isNamed = (store: StackResource) => {
        const name = store.properties.at("name");
        return told.state === "known" && name.state === "known" && name.shown() === told.shown();
    };
    return stack.ofType(...types).filter((store) => isNamed(store) || release.usesOutputOf(store));
}
