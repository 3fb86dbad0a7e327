import type { Release } from "../graph/release";
import type { View } from "../graph/view";

export const KAFKA_PUBLISHERS: readonly string[] = ["kafka", "redpanda", "msk", "aws_msk"];

/** What publishes events: the setting, else what the alias selects, else Redis by the chart's own default. */
export function publisherOf({ values }: Release): string {
    const said = given(values.text("config.EVENT_PUBLISHER"));
    if (said !== undefined) return said;
    if (values.flag("eventbus.enabled") !== true) return "redis";
    const backend = values.text("eventbus.backend") ?? "kafka";
    return backend === "kafka" && values.text("kafka.authentication") === "iam" ? "msk" : backend;
}

/** Where interactions go: the setting, else what the alias selects; undefined when the values leave it to the chart. */
export function interactionStoreOf({ values }: Release): string | undefined {
    return given(values.text("config.INTERACTION_STORE")) ?? given(values.text("interactionStore.backend"));
}

/** What opens the way from pods to an interaction store, selected or kept beside the selected one, in words; undefined: nothing. */
export function openedBy(values: View, block: "dynamodb" | "keyspaces" | "scylla"): string | undefined {
    const place = values.at([block, "enabled"]);
    return place.flag() === true ? `${place.path} is true` : undefined;
}

/** Whether pods search in OpenSearch; undefined when the values leave it to the chart. */
export function searchesInOpenSearch({ values }: Release): boolean | undefined {
    const index = given(values.text("config.SEARCH_INDEX"));
    return index === undefined ? values.flag("opensearch.enabled") : index !== "pg";
}

/** An empty text says nothing, as in the chart. */
function given(text: string | undefined): string | undefined {
    return text === "" ? undefined : text;
}

/**
 * Whether a backend's block says where the backend is. The vendor documents no key of these blocks: any text that is neither the
 * switch nor the region counts.
 */
export function saysWhere({ values }: Release, block: string): boolean {
    const place = values.at(block);
    const keys = place.isMap ? place.names().filter((key) => !["enabled", "region", "port"].includes(key)) : [];
    return keys.some((key) => {
        const entry = place.at([key]);
        return entry.state === "known" && !['""', "{}", "[]", "false", "true"].includes(entry.shown());
    });
}
