import { unknownCheckingProxy } from "@pulumi/policy";
import { Stack } from "./stack";
import type { RegisteredStackResource, StackResource } from "./stack-resource";

export interface NodeFixture {
    readonly type: string;
    readonly name: string;
    readonly props?: Readonly<Record<string, unknown>>;
    /** Names of the resources that a property is made of. */
    readonly from?: Readonly<Record<string, readonly string[]>>;
    readonly parent?: string;
}

/** A stack of a few resources, for the tests of the graph; a resource's URN is its name. */
export function stackOf(...nodes: readonly NodeFixture[]): Stack {
    return new Stack(nodes.map(registered));
}

/** The resource with this name. @throws when there is none */
export function named(stack: Stack, name: string): StackResource {
    const found = stack.find(name);
    if (found === undefined) throw new Error(`no resource ${name}`);
    return found;
}

function registered({ type, name, props = {}, from = {}, parent }: NodeFixture): RegisteredStackResource {
    const ends = (names: readonly string[]) => names.map((urn) => ({ urn }));
    return {
        type,
        name,
        urn: name,
        props: unknownCheckingProxy({ ...props }),
        opts: { protect: false, ignoreChanges: [] },
        dependencies: ends(Object.values(from).flat()),
        propertyDependencies: Object.fromEntries(Object.entries(from).map(([key, names]) => [key, ends(names)])),
        ...(parent === undefined ? {} : { parent: { urn: parent } }),
    };
}
