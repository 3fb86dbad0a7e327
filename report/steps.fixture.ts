import type { PropertyMap } from "../offline/stand-ins/protocol/values";
import type { EventLog, Step } from "./event-log";

export const AURORA = "urn:pulumi:large::kaireon::kaireon:data:Aurora$aws:rds/cluster:Cluster::postgres";
export const DOMAIN = "urn:pulumi:large::kaireon::kaireon:data:OpenSearch$aws:opensearch/domain:Domain::search";
export const RELEASE = "urn:pulumi:large::kaireon::kaireon:app:Platform$kubernetes:helm.sh/v3:Release::kaireon";
export const ALARM =
    "urn:pulumi:large::kaireon::kaireon:data:Aurora$aws:cloudwatch/metricAlarm:MetricAlarm::postgres-cpu";

/** A resource as one side of a step holds it. */
export function state(urn: string, inputs: PropertyMap, protect = false): NonNullable<Step["new"]> {
    const type = urn.split("::")[2]?.split("$").pop() ?? "";
    return { type, custom: true, protect, inputs };
}

export function created(urn: string, inputs: PropertyMap = {}): Step {
    return { op: "create", urn, new: state(urn, inputs) };
}

export function deleted(urn: string, inputs: PropertyMap = {}): Step {
    return { op: "delete", urn, old: state(urn, inputs) };
}

export function unchanged(urn: string): Step {
    return { op: "same", urn, old: state(urn, {}), new: state(urn, {}) };
}

export function updated(urn: string, old: PropertyMap, now: PropertyMap): Step {
    return { op: "update", urn, old: state(urn, old), new: state(urn, now) };
}

/** The two steps that a replacement begins with; the third deletes. */
export function replaced(urn: string, old: PropertyMap, now: PropertyMap, keys: readonly string[]): Step[] {
    const both = { urn, old: state(urn, old, true), new: state(urn, now, true), keys: [...keys] };
    return [
        { op: "delete-replaced", urn, old: both.old },
        { op: "replace", ...both },
        { op: "create-replacement", ...both },
    ];
}

export function eventLog(steps: readonly Step[], rest: Partial<EventLog> = {}): EventLog {
    return { steps, policyEvents: [], policiesRun: ["some-policy"], diagnostics: [], failed: false, ...rest };
}
