import type { IConfigMap } from "kubernetes-models/v1";
import { stringify } from "yaml";
import { PerfError } from "../perf-error";
import { loadNamespace, networkPolicies, type TargetPlace } from "./namespace-objects";
import { LOAD_NAMESPACE } from "./place";
import { SCRIPT_FILE, scriptName, type TestRunSettings, testRun } from "./test-run";

/** What the API server takes of one ConfigMap: https://kubernetes.io/docs/concepts/configuration/configmap/ */
const CONFIG_MAP_BYTES = 1024 * 1024;

export interface ManifestSettings extends TestRunSettings {
    /** The scenario's script, in one file. */
    readonly script: string;
    readonly place: TargetPlace;
}

/** All that k6-operator needs for one run, in the order in which it is applied; but for the Secret, which is the operator's own. */
export function manifests(settings: ManifestSettings): readonly object[] {
    return [loadNamespace(), ...networkPolicies(settings.place), scriptConfigMap(settings), testRun(settings)];
}

/** @throws PerfError where the script is larger than a ConfigMap may be */
export function scriptConfigMap({ scenario, script }: Pick<ManifestSettings, "scenario" | "script">): IConfigMap {
    const bytes = Buffer.byteLength(script);
    if (bytes > CONFIG_MAP_BYTES)
        throw new PerfError(
            `in-cluster: the script of ${scenario.name} has ${bytes} bytes; a ConfigMap takes ${CONFIG_MAP_BYTES}. Bundle fewer modules into it.`,
        );
    return {
        apiVersion: "v1",
        kind: "ConfigMap",
        metadata: { name: scriptName(scenario), namespace: LOAD_NAMESPACE },
        data: { [SCRIPT_FILE]: script },
    };
}

/** One document of YAML for each. */
export function asYaml(objects: readonly object[]): string {
    // An anchor for what two objects share would be harder to read than the text again.
    return objects.map((object) => stringify(object, { aliasDuplicateObjects: false, lineWidth: 0 })).join("---\n");
}
