import type { PropertyMap } from "../protocol/values";
import { AwsStandIn } from "./aws-stand-in";

export function standIn(settings: PropertyMap = {}): AwsStandIn {
    const aws = new AwsStandIn("7.48.0");
    aws.configure({ region: "eu-west-1", ...settings });
    return aws;
}

export function resource(type: string, name = "x") {
    return { urn: `urn:pulumi:large::kaireon::${type}::${name}`, type, name };
}

export function create(aws: AwsStandIn, type: string, inputs: PropertyMap, preview = false) {
    return aws.create({ ...resource(type), inputs, preview, timeoutSeconds: 0 });
}

/** What the stand-in says against inputs. */
export function reasons(type: string, inputs: PropertyMap, oldInputs: PropertyMap = {}): readonly string[] {
    return standIn()
        .check({ ...resource(type), inputs, oldInputs, seed: Buffer.from("seed") })
        .failures.map(({ reason }) => reason);
}

/** The same without saying who says it of what. */
export function problems(type: string, inputs: PropertyMap, oldInputs: PropertyMap = {}): readonly string[] {
    return reasons(type, inputs, oldInputs).map((reason) => reason.replace(`stand-in for aws: ${type}: `, ""));
}

/** The inputs as the provider completes them: with names and defaults. */
export function checked(type: string, inputs: PropertyMap, name = "x"): PropertyMap {
    return standIn().check({ ...resource(type, name), inputs, oldInputs: {}, seed: Buffer.from("seed") }).inputs;
}

/** The changed paths, and whether the resource survives each. */
export function changes(
    type: string,
    oldInputs: PropertyMap,
    inputs: PropertyMap,
): Record<string, "in place" | "replaces"> {
    const diff = standIn().diff({ ...resource(type), id: "x", oldInputs, inputs, ignoreChanges: [] });
    return Object.fromEntries(
        Object.entries(diff.changes).map(([path, { replace }]) => [path, replace ? "replaces" : "in place"]),
    );
}

/** What a deployed resource is after other inputs have been applied in place. */
export function update(type: string, oldState: PropertyMap, inputs: PropertyMap, preview = false): PropertyMap {
    const request = { ...resource(type), id: "x", oldState, oldInputs: oldState, inputs };
    return standIn().update({ ...request, preview, timeoutSeconds: 0 });
}
