import type { CheckFailure, CheckRequest, CheckResult } from "../protocol/stand-in";
import { containsUnknown, type PropertyMap, revealMap, text, UNKNOWN } from "../protocol/values";
import { hexOf } from "../resources/names";
import { chartSource } from "./charts";
import { renderChart } from "./render";

/** Seconds that the provider waits for a release to become ready when the program does not say. */
const DEFAULT_TIMEOUT_SECONDS = 300;

/**
 * Completes the inputs of a Helm release as the provider does, and renders a local chart, so that what Helm has against it fails the
 * preview. Charts of a repository cannot be had here: their values go unchecked.
 *
 * @param notRendered is told of such a chart
 */
export async function checkRelease(
    request: CheckRequest,
    speaker: string,
    notRendered: (reference: string) => void,
): Promise<CheckResult> {
    const inputs = withDefaults(request);
    const plain = revealMap(inputs);
    const source = chartSource(plain);
    const refused = (property: string, problem: string): CheckFailure => ({
        property,
        reason: `${speaker}: ${request.type}: ${problem}`,
    });
    if (source.kind === "refused") return { inputs, failures: [refused(source.property, source.problem)] };
    if (source.kind === "remote") {
        notRendered(source.reference);
        return { inputs, failures: [] };
    }
    try {
        const { resourceNames, checksum } = await renderChart(source.path, plain);
        // What was rendered of placeholders is not what will be installed.
        const computed = containsUnknown(plain) ? {} : { resourceNames, checksum };
        return { inputs: { ...inputs, ...computed }, failures: [] };
    } catch (problem) {
        const message = problem instanceof Error ? problem.message : String(problem);
        return { inputs, failures: [refused("chart", `Helm refuses ${text(plain["chart"])}:\n${message}`)] };
    }
}

function withDefaults({ name, inputs, oldInputs, seed }: CheckRequest): PropertyMap {
    const old = revealMap(oldInputs);
    const generated = text(old["name"]) || `${name}-${hexOf(Buffer.from(seed).toString("hex") + name, 8)}`;
    return {
        ...inputs,
        name: text(inputs["name"]) === "" ? generated : (inputs["name"] ?? generated),
        namespace: text(inputs["namespace"]) === "" ? "default" : (inputs["namespace"] ?? "default"),
        ...(inputs["skipAwait"] === true || (inputs["timeout"] ?? null) !== null
            ? {}
            : { timeout: DEFAULT_TIMEOUT_SECONDS }),
    };
}

export function releaseId(inputs: PropertyMap): string {
    return `${text(inputs["namespace"])}/${text(inputs["name"])}`;
}

/** Inputs and the status that Helm reports after an install or upgrade. */
export function releaseState(inputs: PropertyMap, revision: number, preview: boolean): PropertyMap {
    const { compat: _, ...declared } = inputs;
    const plain = revealMap(inputs);
    if (preview) return { ...declared, status: UNKNOWN, resourceNames: inputs["resourceNames"] ?? UNKNOWN };
    const version = text(plain["version"]);
    return {
        ...declared,
        resourceNames: inputs["resourceNames"] ?? {},
        status: {
            appVersion: version,
            chart: text(plain["chart"]).split("/").pop() ?? "",
            name: text(plain["name"]),
            namespace: text(plain["namespace"]),
            revision,
            status: "deployed",
            version,
        },
    };
}
