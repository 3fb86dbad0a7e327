import type { CheckFailure, CheckRequest } from "../protocol/stand-in";
import { fields, type PropertyMap, revealMap, text } from "../protocol/values";
import { hexOf } from "../resources/names";

/** How the provider marks a name that it made up, so as to keep it. */
const AUTO_NAMED = "pulumi.com/autonamed";

/** Completes the inputs of a Kubernetes object: a name when the program gives none. */
export function namedObject(request: CheckRequest): PropertyMap {
    const metadata = fields(request.inputs["metadata"]);
    if ((metadata["name"] ?? metadata["generateName"] ?? null) !== null) return request.inputs;
    const old = fields(revealMap(request.oldInputs)["metadata"]);
    const kept = fields(old["annotations"])[AUTO_NAMED] === "true" ? text(old["name"]) : "";
    const name = kept || `${request.name}-${hexOf(Buffer.from(request.seed).toString("hex") + request.name, 8)}`;
    const annotations = { ...fields(metadata["annotations"]), [AUTO_NAMED]: "true" };
    return { ...request.inputs, metadata: { ...metadata, name, annotations } };
}

/** Custom resources are checked for what every object has; only the cluster knows their definitions. */
export function checkShape(inputs: PropertyMap, type: string, speaker: string): CheckFailure[] {
    return ["apiVersion", "kind", "metadata"]
        .filter((property) => (inputs[property] ?? null) === null)
        .map((property) => ({ property, reason: `${speaker}: ${type}: it needs ${property}. Set it.` }));
}

export function objectId(inputs: PropertyMap): string {
    const metadata = fields(revealMap(inputs)["metadata"]);
    const namespace = text(metadata["namespace"]);
    return namespace === "" ? text(metadata["name"]) : `${namespace}/${text(metadata["name"])}`;
}

/** What the API server adds to an object. */
export function serverFields(urn: string): PropertyMap {
    const digits = hexOf(urn, 32);
    const uid = [
        digits.slice(0, 8),
        digits.slice(8, 12),
        digits.slice(12, 16),
        digits.slice(16, 20),
        digits.slice(20),
    ].join("-");
    return { metadata: { uid, generation: 1, resourceVersion: "1", creationTimestamp: "2026-01-01T00:00:00Z" } };
}
