import type { RegisteredStackResource } from "../../policy/graph/stack-resource";

/** An object of a rendered chart. */
export interface Manifest {
    readonly apiVersion: string;
    readonly kind: string;
    readonly metadata: Readonly<Record<string, unknown>> & { readonly name: string };
    readonly [key: string]: unknown;
}

/** Kinds that belong to no namespace. */
const OF_CLUSTER = /^(Namespace|ClusterRole|ClusterRoleBinding|StorageClass|CustomResourceDefinition|PriorityClass)$/;

/** The objects as if a program had registered each: what Chart v4 would do. */
export function registeredObjects(objects: readonly Manifest[], namespace: string): readonly RegisteredStackResource[] {
    return objects.map((object) => {
        const { apiVersion, kind, metadata } = object;
        const type = `kubernetes:${apiVersion.includes("/") ? apiVersion : `core/${apiVersion}`}:${kind}`;
        const props = OF_CLUSTER.test(kind) ? object : { ...object, metadata: { namespace, ...metadata } };
        return {
            type,
            name: metadata.name,
            urn: `urn:pulumi:chart::chart::${type}::${metadata.name}`,
            props,
            opts: { protect: false, ignoreChanges: [] },
            dependencies: [],
            propertyDependencies: {},
        };
    });
}
