import { type Release, releaseOf } from "./release";
import { type RegisteredStackResource, StackResource } from "./stack-resource";

/** All resources that a program registered, read-only: what stack policies look at. */
export class Stack {
    readonly resources: readonly StackResource[];
    private readonly byUrn: ReadonlyMap<string, StackResource>;
    private readonly byType: ReadonlyMap<string, readonly StackResource[]>;
    private foundReleases: readonly Release[] | undefined;

    constructor(registered: readonly RegisteredStackResource[]) {
        this.resources = registered.map((node) => new StackResource(node, (urn) => this.byUrn.get(urn)));
        this.byUrn = new Map(this.resources.map((resource) => [resource.urn, resource]));
        this.byType = groupByType(this.resources);
    }

    find(urn: string): StackResource | undefined {
        return this.byUrn.get(urn);
    }

    /** In the order of registration. */
    ofType(...types: readonly string[]): readonly StackResource[] {
        return types.flatMap((type) => this.byType.get(type) ?? []);
    }

    /** Resources of a type whose property refers to the target. */
    referringTo(target: StackResource, type: string, property: string): readonly StackResource[] {
        return this.ofType(type).filter((resource) =>
            resource.references(property, target.type, [target]).some(({ urn }) => urn === target.urn),
        );
    }

    /** The Helm releases of KaireonAI's chart: one as a rule, none in a stack that holds the infrastructure alone. */
    get releases(): readonly Release[] {
        this.foundReleases ??= this.resources.flatMap((resource) => releaseOf(resource) ?? []);
        return this.foundReleases;
    }
}

function groupByType(resources: readonly StackResource[]): ReadonlyMap<string, readonly StackResource[]> {
    const groups = new Map<string, StackResource[]>();
    for (const resource of resources) {
        const group = groups.get(resource.type);
        if (group === undefined) groups.set(resource.type, [resource]);
        else group.push(resource);
    }
    return groups;
}
