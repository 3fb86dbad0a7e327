import type { Release } from "../graph/release";
import type { Stack } from "../graph/stack";
import { storesNamed } from "./chosen-store";
import { interactionStoreOf, saysWhere } from "./selectors";

interface Backend {
    /** The chart's block for it. */
    readonly block?: string;
    /** Where the chart is told how to reach it. */
    readonly address?: string;
    /** What the stack can build for it. */
    readonly types: readonly string[];
}

/** Sources: https://docs.kaireonai.com/platform/values-large, https://docs.kaireonai.com/deployment/infrastructure-backends */
const BACKENDS: Readonly<Record<string, Backend>> = {
    pg: { types: [] },
    dynamodb: { block: "dynamodb", address: "dynamodb.tableName", types: ["aws:dynamodb/table:Table"] },
    scylla: { block: "scylla", address: "scylla.contactPoints", types: [] },
    cassandra: {
        block: "keyspaces",
        address: "keyspaces.keyspace",
        types: ["aws:keyspaces/keyspace:Keyspace", "aws:keyspaces/table:Table"],
    },
};

/** What is wrong with the choice of an interaction store: two that differ, or one that is off or not there. */
export function storeProblem(release: Release, stack: Stack): string | undefined {
    const { values } = release;
    const alias = values.text("interactionStore.backend") || undefined;
    const setting = values.text("config.INTERACTION_STORE") || undefined;
    if (alias !== undefined && setting !== undefined && alias !== setting)
        return `values.config.INTERACTION_STORE is ${setting}, but values.interactionStore.backend is ${alias}. Set both to the store that is built.`;
    const store = interactionStoreOf(release);
    if (store === undefined) return undefined;
    const backend = BACKENDS[store];
    if (backend === undefined)
        return `the interaction store is ${store}; it must be one of ${Object.keys(BACKENDS).join(", ")}.`;
    const { block, address, types } = backend;
    if (address !== undefined && !isThere(release, stack, address, types))
        return (
            `the interaction store is ${store}, but values.${address} is ${values.shown(address)} and no value is made of ` +
            `${types.join(" or ") || "another stack's store"}. Give the store's name or address, or choose another backend.`
        );
    if (block === undefined || values.flag(`${block}.enabled`) !== false) return undefined;
    return `the interaction store is ${store}, but values.${block}.enabled is false. Set it to true.`;
}

/** By an address that is given, or an output of the stack's own store under whatever key. */
function isThere(release: Release, stack: Stack, address: string, types: readonly string[]): boolean {
    const place = release.values.at(address);
    if (saysWhere(release, address.split(".")[0] ?? "")) return true;
    if (storesNamed(release, stack, address, ...types).length > 0) return true;
    if (place.state === "unknown") throw place.cannotTell();
    return false;
}
