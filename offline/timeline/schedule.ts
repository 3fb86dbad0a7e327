import type { StateResource } from "./deployment";
import type { Duration } from "./durations";

export interface Scheduled {
    readonly resource: StateResource;
    readonly duration: Duration;
    readonly startMinute: number;
    readonly finishMinute: number;
    /** The resource that it waited for longest; absent when it waited for none. */
    readonly waitedFor?: Scheduled;
}

/**
 * When each resource of an `up` from nothing starts and finishes, with as many at once as there are to do. A resource waits for:
 *
 * - what its inputs come from, and what it depends on explicitly;
 * - its provider, and a parent that is a resource;
 * - what any component around it depends on: the children of a component need its URN, which is given out when those are done.
 *
 * A dependency on a component is one on everything in it. A remote component, made by a provider, hands out its outputs only when all of
 * it is done, so that from outside a dependency on one of its resources is one on all of them.
 */
export function schedule(
    resources: readonly StateResource[],
    durationOf: (resource: StateResource) => Duration,
): Scheduled[] {
    const graph = new Graph(resources);
    const done = new Map<string, Scheduled>();
    const visit = (resource: StateResource, path: readonly string[]): Scheduled => {
        const known = done.get(resource.urn);
        if (known !== undefined) return known;
        if (path.includes(resource.urn)) throw new Error(`timeline: ${resource.urn} waits for itself.`);
        const waits = graph.waitsOf(resource).map((urn) => visit(urn, [...path, resource.urn]));
        const waitedFor = waits.sort((left, right) => right.finishMinute - left.finishMinute)[0];
        const duration = durationOf(resource);
        const startMinute = waitedFor?.finishMinute ?? 0;
        const scheduled = {
            resource,
            duration,
            startMinute,
            finishMinute: startMinute + duration.minutes,
            ...(waitedFor === undefined ? {} : { waitedFor }),
        };
        done.set(resource.urn, scheduled);
        return scheduled;
    };
    return resources.filter(({ custom }) => custom).map((resource) => visit(resource, []));
}

/** The chain of resources that decides how long the whole takes, first to last; what takes no time is left out. */
export function criticalPath(scheduled: readonly Scheduled[]): Scheduled[] {
    let last = [...scheduled].sort((left, right) => right.finishMinute - left.finishMinute)[0];
    const path: Scheduled[] = [];
    for (; last !== undefined; last = last.waitedFor) if (last.duration.minutes > 0) path.unshift(last);
    return path;
}

class Graph {
    private readonly byUrn: ReadonlyMap<string, StateResource>;
    private readonly children = new Map<string, StateResource[]>();
    private readonly providerPackages: ReadonlySet<string>;

    constructor(resources: readonly StateResource[]) {
        this.byUrn = new Map(resources.map((resource) => [resource.urn, resource]));
        for (const resource of resources) {
            if (resource.parent === undefined) continue;
            this.children.set(resource.parent, [...(this.children.get(resource.parent) ?? []), resource]);
        }
        const providers = resources.filter(({ type }) => type.startsWith("pulumi:providers:"));
        this.providerPackages = new Set(providers.map(({ type }) => type.slice("pulumi:providers:".length)));
    }

    /** The resources, never components, that have to be finished before this one starts. */
    waitsOf(resource: StateResource): StateResource[] {
        const waits = new Set<StateResource>();
        for (const ancestor of [resource, ...this.ancestors(resource)]) {
            for (const urn of this.dependenciesOf(ancestor)) {
                for (const needed of this.standsFor(urn, resource)) waits.add(needed);
            }
            if (ancestor !== resource && ancestor.custom) waits.add(ancestor);
        }
        waits.delete(resource);
        return [...waits];
    }

    private dependenciesOf(resource: StateResource): string[] {
        const properties = Object.values(resource.propertyDependencies ?? {}).flatMap((urns) => urns ?? []);
        const provider = resource.provider?.split("::").slice(0, -1).join("::");
        return [...(resource.dependencies ?? []), ...properties, ...(provider === undefined ? [] : [provider])];
    }

    /** What a dependency on a URN means to a resource that has it. */
    private standsFor(urn: string, dependent: StateResource): StateResource[] {
        const target = this.byUrn.get(urn);
        if (target === undefined) return [];
        const remote = [target, ...this.ancestors(target)].filter((ancestor) => this.isRemoteComponent(ancestor)).pop();
        const inside = remote !== undefined && this.ancestors(dependent).includes(remote);
        if (remote !== undefined && !inside) return this.resourcesIn(remote);
        return target.custom ? [target] : this.resourcesIn(target);
    }

    private resourcesIn(component: StateResource): StateResource[] {
        return (this.children.get(component.urn) ?? []).flatMap((child) => [
            ...(child.custom ? [child] : []),
            ...this.resourcesIn(child),
        ]);
    }

    private ancestors(resource: StateResource): StateResource[] {
        const parent = resource.parent === undefined ? undefined : this.byUrn.get(resource.parent);
        return parent === undefined ? [] : [parent, ...this.ancestors(parent)];
    }

    /** A component whose package has a provider: its resources are registered by that, not by the program. */
    private isRemoteComponent({ custom, type }: StateResource): boolean {
        return !custom && this.providerPackages.has(type.split(":", 1)[0] ?? "");
    }
}
