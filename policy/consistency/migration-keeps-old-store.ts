import type { Release } from "../graph/release";
import type { Stack } from "../graph/stack";
import { releasePolicy } from "../policy";
import { storesNamed } from "./chosen-store";
import { openedBy, saysWhere } from "./selectors";

interface OldStore {
    readonly block: "dynamodb" | "keyspaces" | "scylla";
    readonly address: string;
    /** What a stack builds of it. */
    readonly types: readonly string[];
}

/** PostgreSQL is not among them: nothing is dropped of it. */
const OLD_STORES: Readonly<Record<string, OldStore>> = {
    dynamodb: { block: "dynamodb", address: "dynamodb.tableName", types: ["aws:dynamodb/table:Table"] },
    cassandra: { block: "keyspaces", address: "keyspaces.table", types: ["aws:keyspaces/table:Table"] },
    scylla: { block: "scylla", address: "scylla.contactPoints", types: [] },
};

export const migrationKeepsOldStore = releasePolicy({
    id: "migration-keeps-old-store",
    title: "The update that switches the interaction store keeps the old one, within the pods' reach",
    why: "What has been written until then is not in the new store: no decision sees it, nothing can be filled up from it, and there is no way back.",
    fix: "Keep the old store beside the new one (kaireon:migration.from) and drop it in a later update",
    severity: "high",
    links: ["https://docs.kaireonai.com/api-reference/interaction-store"],
    check: (release, stack, report) => {
        const [outputs] = stack.ofType("pulumi:pulumi:Stack");
        const before = outputs?.properties.text("interactionStoreBefore") ?? "";
        const now = outputs?.properties.text("interactionStore") ?? before;
        const old = OLD_STORES[before];
        if (old === undefined || before === now) return;
        const lost = whatIsLost(old, release, stack);
        if (lost === undefined) return;
        report.violation(
            `${release.label}: interactions went to ${before} before this update and go to ${now} after it, but ${lost}. ` +
                `Keep ${before} beside it (kaireon:migration.from), and drop it in a later update.`,
            release.resource,
        );
    },
});

function whatIsLost({ block, address, types }: OldStore, release: Release, stack: Stack): string | undefined {
    const { values } = release;
    const place = values.at([block, "enabled"]);
    if (openedBy(values, block) === undefined) return `${place.path} is ${place.shown()}`;
    if (saysWhere(release, block) || storesNamed(release, stack, address, ...types).length > 0) return undefined;
    return `no value is made of ${types.join(" or ") || "its address"} any more`;
}
