import { parseAllDocuments } from "yaml";
import type { Kubectl, KubernetesObject } from "../../offline/cluster/kubectl";

interface ManagedField {
    readonly manager: string;
    readonly subresource?: string;
}

/** The manifest of an installed release, as Helm keeps it: text, and what it names. */
export async function manifestOf(kubectl: Kubectl, release: { readonly name: string; readonly namespace: string }) {
    const { stdout } = await kubectl.helm(["get", "manifest", release.name, `--namespace=${release.namespace}`]);
    return { text: stdout, labels: labelsIn(stdout) };
}

/** `Kind name` of each object in a manifest, sorted. */
export function labelsIn(manifest: string): readonly string[] {
    return parseAllDocuments(manifest)
        .map((document): unknown => document.toJS())
        .filter((object): object is KubernetesObject => typeof object === "object" && object !== null)
        .map(labelOf)
        .sort();
}

/** The objects of a manifest as the API server has them, by `Kind name`. @throws OfflineError when one is missing */
export async function installedObjects(
    kubectl: Kubectl,
    manifest: string,
    namespace: string,
): Promise<ReadonlyMap<string, KubernetesObject>> {
    const args = ["get", "--filename=-", `--namespace=${namespace}`, "--output=json", "--show-managed-fields"];
    const { items } = JSON.parse(await kubectl.run(args, manifest)) as { items: KubernetesObject[] };
    return new Map(items.map((object) => [labelOf(object), object]));
}

/**
 * An object without its status, and without what changes with the status alone: controllers write it whenever they like. What is left
 * holds the generation and, for objects without a status, the resource version; and in any case who wrote which field when.
 */
export function writtenPart({ metadata, ...object }: KubernetesObject): object {
    const { managedFields, resourceVersion, ...rest }: MetadataWithFields = metadata;
    const isStatus = ({ subresource }: ManagedField) => subresource === "status";
    const hasStatus = object["status"] !== undefined || managedFields?.some(isStatus);
    const { status: _, ...written } = object;
    return {
        ...written,
        metadata: {
            ...rest,
            ...(hasStatus ? {} : { resourceVersion }),
            managedFields: managedFields?.filter((field) => !isStatus(field)),
        },
    };
}

interface MetadataWithFields {
    readonly name: string;
    readonly managedFields?: readonly ManagedField[];
    readonly resourceVersion?: string;
}

function labelOf({ kind, metadata }: KubernetesObject): string {
    return `${kind} ${metadata.name}`;
}
