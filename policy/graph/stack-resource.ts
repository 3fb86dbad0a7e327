import { type RegisteredResource, Resource } from "./resource";
import { withoutProxy } from "./unknown";
import type { View } from "./view";

/** A resource as the SDK gives it to stack policies. */
export interface RegisteredStackResource extends RegisteredResource {
    readonly parent?: { readonly urn: string };
    readonly dependencies: readonly { readonly urn: string }[];
    readonly propertyDependencies: Readonly<Record<string, readonly { readonly urn: string }[]>>;
}

/** Finds the other end of a dependency. */
export type Find = (urn: string) => StackResource | undefined;

/** Outputs by which other resources refer to a resource. */
const IDENTITIES = ["id", "arn", "name"] as const;

/** A resource among the others of its stack. */
export class StackResource extends Resource {
    constructor(
        private readonly node: RegisteredStackResource,
        private readonly find: Find,
    ) {
        super({ ...node, props: plainProps(node.props) });
    }

    get parent(): StackResource | undefined {
        return this.node.parent === undefined ? undefined : this.find(this.node.parent.urn);
    }

    /** Everything that it waits for, by an input or by `dependsOn`. */
    get dependencies(): readonly StackResource[] {
        return this.resolve(this.node.dependencies);
    }

    /** The resources whose outputs a top-level property is made of: known in every preview, even when the value is not. */
    sources(property: string): readonly StackResource[] {
        return this.resolve(this.node.propertyDependencies[property] ?? []);
    }

    /**
     * Whether the program gives the property. A provider's computed output is unknown in a preview too, but made of no other resource;
     * so an unknown result of a function (`aws.ec2.getAmi`) counts as not given. Of a resource that exists all outputs are known, and
     * those of what was never given are empty.
     */
    gives(property: string): boolean {
        const { state, raw } = this.properties.at([property]);
        if (state === "known") return !isEmpty(raw);
        return state === "unknown" && this.sources(property).length > 0;
    }

    /**
     * The resources of a type that a property refers to: by the program's own references, followed through same-named properties of
     * what lies between (an instance's subnet group taken from its cluster); in a program with literal names, by value.
     */
    references(property: string, type: string, candidates: readonly StackResource[] = []): readonly StackResource[] {
        const found = this.origins(property, type, new Set());
        if (found.length > 0) return found;
        return candidates.filter((candidate) => candidate.type === type && this.names(property, candidate));
    }

    private origins(property: string, type: string, seen: Set<string>): readonly StackResource[] {
        if (seen.has(this.urn)) return [];
        seen.add(this.urn);
        const sources = this.sources(property);
        const direct = sources.filter((source) => source.type === type);
        return direct.length > 0 ? direct : sources.flatMap((source) => source.origins(property, type, seen));
    }

    /** Whether a known value of the property is the other resource's id, ARN, name or property of the same name. */
    private names(property: string, other: StackResource): boolean {
        const identities = [...IDENTITIES, property]
            .map((identity) => other.properties.at([identity]))
            .filter((place) => place.state === "known")
            .map((place) => place.shown());
        const place = this.properties.at([property]);
        return [place, ...listed(place)].some((value) => value.state === "known" && identities.includes(value.shown()));
    }

    private resolve(ends: readonly { readonly urn: string }[]): readonly StackResource[] {
        return ends.flatMap(({ urn }) => this.find(urn) ?? []);
    }
}

function plainProps(props: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
    const plain = withoutProxy(props);
    return typeof plain === "object" && plain !== null ? { ...plain } : {};
}

function listed(place: View): readonly View[] {
    return place.isList ? place.items() : [];
}

function isEmpty(value: unknown): boolean {
    if (value === "") return true;
    return typeof value === "object" && value !== null && Object.keys(value).length === 0;
}
