import { z } from "zod";
import {
    INITIAL_WRITES_PER_SECOND,
    QUERIES_PER_CONNECTION,
    TABLE_WRITE_QUOTA,
    TABLE_WRITE_QUOTA_CODE,
} from "../../../infra/facts/keyspaces";
import { writeUnits } from "../../../infra/sizing/write-units";
import { text } from "../../config/fields";
import { problem } from "../../config/problem";
import type { CheckContext, StoreChoice } from "../store-choice";
import { billing, provisionedFor } from "./billing";

// The provider takes no capitals: what CQL names without quotes is in small letters anyway.
const columnName = () =>
    text(/^[0-9a-z_]{1,48}$/, "it is no name of a column", "Use small letters, digits and _ only, at most 48");
const cqlType = () =>
    text(
        /^[0-9a-z]+(<[0-9a-z]+(, *[0-9a-z]+)?>)?$/,
        "it is no type of CQL",
        "Write it as CQL does, such as text, timestamp or map<text, text>",
    );

/** `kaireon:keyspaces` */
const settings = z
    .strictObject({
        partitionKey: columnName()
            .default("customerid")
            .describe(
                "Column with the customer's id: customerId as CQL reads it without quotes. Changing it replaces the table.",
            ),
        sortKey: columnName()
            .default("interactionkey")
            .describe(
                "Column that orders a customer's rows; the vendor does not document it. Changing it replaces the table.",
            ),
        columns: z
            .record(columnName(), cqlType())
            .default({ payload: "text" })
            .describe(
                "The other columns with their CQL types; not documented either. Adding one changes the table, taking one away replaces it.",
            ),
        timeToLiveDays: z
            .exactOptional(z.int().min(1).max(7300))
            .describe("Days after which a row without a TTL of its own expires. Left out, it stays."),
        clientSideTimestamps: z
            .boolean()
            .default(false)
            .describe(
                "Whether the time of a write is the client's, which may lie two days back and five minutes ahead. It can't be undone.",
            ),
        billing: billing(
            "An existing table goes to provisioned by `aws keyspaces update-table` and a refresh, to on demand by this setting.",
        ),
    })
    .prefault({})
    .describe("Amazon Keyspaces, built when the chart's interaction store is cassandra.");

type Context = CheckContext<z.output<typeof settings>>;

/** A table in Amazon Keyspaces. */
export const keyspaces: StoreChoice<typeof settings> = {
    about: {
        title: "Amazon Keyspaces",
        select: "interactionStore.backend: cassandra",
        choose: "At moderate scale, where Cassandra's language and drivers are wanted and its servers are not.",
        limits: [
            "One customer takes at most 1,000 writes and 3,000 reads a second.",
            `A connection carries ${QUERIES_PER_CONNECTION} queries a second, so the driver's pool bounds a pod.`,
            `A new table on demand takes ${INITIAL_WRITES_PER_SECOND} writes a second, and Pulumi's provider can't warm it.`,
            "The vendor documents no columns: compare kaireon:keyspaces with your version before the first row.",
            "AWS has no deletion protection for it: Pulumi's protect is the guard, and a deleted table can be restored for 35 days.",
        ],
    },
    settings,
    selectedBy: ({ interactionStore }) => interactionStore === "cassandra",
    endpoints: ["cassandra"],
    problems: ({ settings: { partitionKey, sortKey, columns } }) => {
        const twice =
            sortKey === partitionKey ? [["sortKey", "it is kaireon:keyspaces.partitionKey too"] as const] : [];
        const keys = Object.keys(columns).filter((column) => column === partitionKey || column === sortKey);
        return [
            ...twice.map(([key, rule]) => problem(`kaireon:keyspaces.${key}`, sortKey, rule, "Name another column")),
            ...keys.map((column) =>
                problem(
                    `kaireon:keyspaces.columns.${column}`,
                    columns[column],
                    "keys of the table are text and are not listed",
                    "Remove it",
                ),
            ),
        ];
    },
    warnings: (context) => [...quotaWarnings(context), ...coldTableWarnings(context)],
    build: ({ placement, settings: { billing, ...table }, decisionsPerSecond }) => {
        const { Keyspaces } =
            require("../../../infra/data/interaction-store/keyspaces") as typeof import("../../../infra/data/interaction-store/keyspaces");
        const backend = new Keyspaces("keyspaces", {
            placement,
            ...table,
            ...provisionedFor(billing, decisionsPerSecond),
            writesPerSecond: writeUnits(decisionsPerSecond),
        });
        return { backend };
    },
};

function quotaWarnings({ decisionsPerSecond: rate, settings: table }: Context): readonly string[] {
    const { provisioned } = provisionedFor(table.billing, rate);
    const needed = provisioned?.write.max ?? writeUnits(rate);
    if (needed <= TABLE_WRITE_QUOTA) return [];
    const rule = `it needs ${needed} writes a second and an account starts with ${TABLE_WRITE_QUOTA} a table`;
    const fix = `Have AWS raise quota ${TABLE_WRITE_QUOTA_CODE} before the first up`;
    return [problem("kaireon:target.decisionsPerSecond", rate, rule, fix)];
}

/** The provider has no warm throughput for Keyspaces. https://docs.aws.amazon.com/keyspaces/latest/devguide/warm-throughput.html */
function coldTableWarnings({ decisionsPerSecond: rate, settings: table }: Context): readonly string[] {
    if (table.billing === "provisioned" || writeUnits(rate) <= INITIAL_WRITES_PER_SECOND) return [];
    const rule = `it needs ${writeUnits(rate)} writes a second and a new table on demand takes ${INITIAL_WRITES_PER_SECOND}`;
    const fix =
        "Warm it after the first up with aws keyspaces update-table --warm-throughput-specification, or set kaireon:keyspaces.billing to provisioned";
    return [problem("kaireon:target.decisionsPerSecond", rate, rule, fix)];
}
