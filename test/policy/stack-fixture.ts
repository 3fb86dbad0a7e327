import { UNKNOWNS } from "../../policy/graph/unknown";
import type { Path } from "../../policy/graph/view";
import type { Recorded, RecordedInputs, RecordedNode } from "./recorded";

/** A resource to be put beside the recorded ones. */
export interface AddedResource {
    readonly type: string;
    readonly name: string;
    readonly props: Readonly<Record<string, unknown>>;
    /** The resources that a property is made of, by property: by name, or `type name` where several have the name. */
    readonly from?: Readonly<Record<string, readonly string[]>>;
    readonly protect?: boolean;
    readonly ignoreChanges?: readonly string[];
}

const RELEASE = "kubernetes:helm.sh/v3:Release";

/**
 * A recorded stack that a test changes in one place. A resource is named by its type and name, or by its type alone where the
 * stack has one of it.
 */
export class StackFixture {
    inputs: readonly RecordedInputs[];
    resources: readonly RecordedNode[];

    constructor(recorded: Recorded) {
        this.inputs = recorded.inputs;
        this.resources = recorded.resources;
    }

    /** Gives a property another value, as the program would. */
    set(type: string, name: string | undefined, path: Path, value: unknown): this {
        return this.edit(type, name, (resource) => assign(resource.props, keysOf(path), value));
    }

    /** Takes a property away; in a preview the provider may say that it will compute it: then {@link set} it unknown. */
    unset(type: string, name: string | undefined, path: Path): this {
        return this.edit(type, name, (resource) => remove(resource.props, keysOf(path)));
    }

    /** Makes a property unknown, made of another resource's output. */
    setUnknown(type: string, name: string | undefined, path: Path): this {
        const keys = keysOf(path);
        const [property = ""] = keys;
        return this.edit(type, name, (resource) => {
            assign(resource.props, keys, UNKNOWNS.string);
            if ("propertyDependencies" in resource)
                Object.assign(resource.propertyDependencies as object, { [property]: [this.resources[0]?.urn] });
        });
    }

    /** Gives the release of the chart another value: `postgresExternalReplicas`, `api.autoscaling.minReplicas`. */
    setValue(path: Path, value: unknown): this {
        return this.set(RELEASE, "kaireon", ["values", ...keysOf(path)], value);
    }

    unsetValue(path: Path): this {
        return this.unset(RELEASE, "kaireon", ["values", ...keysOf(path)]);
    }

    setValueUnknown(path: Path): this {
        return this.setValue(path, UNKNOWNS.string);
    }

    setOptions(type: string, name: string | undefined, options: { protect?: boolean; ignoreChanges?: string[] }): this {
        return this.edit(type, name, (resource) => Object.assign(resource.opts, options));
    }

    remove(type: string, name?: string): this {
        const { urn } = this.find(type, name);
        const others = (urns: readonly string[]) => urns.filter((other) => other !== urn);
        this.inputs = this.inputs.filter((resource) => resource.urn !== urn);
        this.resources = this.resources
            .filter((resource) => resource.urn !== urn)
            .map((resource) => ({
                ...resource,
                dependencies: others(resource.dependencies),
                propertyDependencies: mapValues(resource.propertyDependencies, others),
            }));
        return this;
    }

    removeAll(type: string): this {
        for (const { name } of this.resources.filter((resource) => resource.type === type)) this.remove(type, name);
        return this;
    }

    add(added: AddedResource): this {
        const { type, name, props, from = {}, protect = false, ignoreChanges = [] } = added;
        const urn = `urn:pulumi:large::kaireon::${type}::${name}`;
        const opts = { protect, ignoreChanges: [...ignoreChanges] };
        const propertyDependencies = mapValues(from, (names) => names.map((other) => this.urnOf(other)));
        const dependencies = [...new Set(Object.values(propertyDependencies).flat())];
        this.inputs = [...this.inputs, { type, name, urn, opts, props: structuredClone({ ...props }) }];
        const node = {
            type,
            name,
            urn,
            opts: { ...opts },
            props: structuredClone({ ...props }),
            dependencies,
            propertyDependencies,
        };
        this.resources = [...this.resources, node];
        return this;
    }

    /** Says that a property is made of these resources' outputs. */
    setSources(type: string, name: string | undefined, property: string, names: readonly string[]): this {
        const sources = names.map((other) => this.urnOf(other));
        return this.edit(type, name, (resource) => {
            if ("propertyDependencies" in resource)
                Object.assign(resource.propertyDependencies as object, { [property]: sources });
        });
    }

    find(type: string, name?: string): RecordedNode {
        const found = this.resources.filter(
            (resource) => resource.type === type && (name ?? resource.name) === resource.name,
        );
        const [only] = found;
        if (only !== undefined && found.length === 1) return only;
        const names = this.resources.filter((resource) => resource.type === type).map((resource) => resource.name);
        throw new Error(`the stack has ${found.length} of ${type} ${name ?? ""}; names: ${names.join(", ")}`);
    }

    private edit(
        type: string,
        name: string | undefined,
        change: (resource: RecordedInputs | RecordedNode) => void,
    ): this {
        const { urn } = this.find(type, name);
        const changed = <T extends RecordedInputs>(resource: T): T => {
            if (resource.urn !== urn) return resource;
            const copy = structuredClone(resource);
            change(copy);
            return copy;
        };
        this.inputs = this.inputs.map(changed);
        this.resources = this.resources.map(changed);
        return this;
    }

    private urnOf(name: string): string {
        const named = this.resources.filter(
            (resource) => resource.name === name || `${resource.type} ${resource.name}` === name,
        );
        const found = named.find((resource) => resource.provider !== undefined) ?? named[0];
        if (found === undefined) throw new Error(`the stack has no resource named ${name}`);
        return found.urn;
    }
}

function keysOf(path: Path): readonly string[] {
    return typeof path === "string" ? path.split(".") : path;
}

function assign(tree: Record<string, unknown>, keys: readonly string[], value: unknown): void {
    const [last = ""] = keys.slice(-1);
    let place = tree;
    for (const key of keys.slice(0, -1)) {
        const next = place[key];
        const below = isTree(next) ? next : {};
        place[key] = below;
        place = below;
    }
    place[last] = structuredClone(value);
}

function remove(tree: Record<string, unknown>, keys: readonly string[]): void {
    const [last = ""] = keys.slice(-1);
    let place: unknown = tree;
    for (const key of keys.slice(0, -1)) place = isTree(place) ? place[key] : undefined;
    if (Array.isArray(place)) place.splice(Number(last), 1);
    else if (isTree(place)) delete place[last];
}

function isTree(value: unknown): value is Record<string, unknown> {
    return typeof value === "object" && value !== null;
}

function mapValues<V, W>(record: Readonly<Record<string, V>>, change: (value: V) => W): Record<string, W> {
    return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}
