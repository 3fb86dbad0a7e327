import { z } from "zod";
import { PARTITION_WRITES_PER_SECOND, TABLE_WRITE_QUOTA, TABLE_WRITE_QUOTA_CODE } from "../../../infra/facts/dynamodb";
import { writeUnits } from "../../../infra/sizing/write-units";
import { text } from "../../config/fields";
import { problem } from "../../config/problem";
import type { StoreChoice } from "../store-choice";
import { billing, provisionedFor } from "./billing";

const attributeName = () =>
    text(/^[\w.-]{1,255}$/, "it is no name of an attribute", "Use letters, digits, _, - and . only");

/** `kaireon:dynamodb` */
const settings = z
    .strictObject({
        sortKey: attributeName()
            .default("interactionKey")
            .describe("Sort key beside customerId; the vendor does not document it. Changing it replaces the table."),
        ttlAttribute: attributeName()
            .default("expiresAt")
            .describe("Number attribute with the second at which DynamoDB deletes a row; not documented either."),
        billing: billing("It can be changed both ways, to on demand four times a day."),
    })
    .prefault({})
    .describe("DynamoDB table, built when the chart's interaction store is dynamodb.");

/** A DynamoDB table. */
export const dynamoDb: StoreChoice<typeof settings> = {
    about: {
        title: "DynamoDB",
        select: "interactionStore.backend: dynamodb",
        choose: "By default: partitioned by customer, it scales without table bloat and without servers.",
        limits: [
            `One customer takes at most ${PARTITION_WRITES_PER_SECOND} writes a second.`,
            `A table takes at most ${TABLE_WRITE_QUOTA} writes a second until AWS raises quota ${TABLE_WRITE_QUOTA_CODE}.`,
            "Warm throughput can be raised and never lowered.",
        ],
    },
    settings,
    selectedBy: ({ interactionStore }) => interactionStore === "dynamodb",
    warnings: ({ decisionsPerSecond: rate, settings: table }) => {
        const { provisioned } = provisionedFor(table.billing, rate);
        const needed = provisioned?.write.max ?? writeUnits(rate);
        if (needed <= TABLE_WRITE_QUOTA) return [];
        const rule = `it needs ${needed} writes a second and an account starts with ${TABLE_WRITE_QUOTA} a table`;
        const fix = `Have AWS raise quota ${TABLE_WRITE_QUOTA_CODE} before the first up`;
        return [problem("kaireon:target.decisionsPerSecond", rate, rule, fix)];
    },
    build: ({ placement, settings: { billing, ...table }, size, decisionsPerSecond }) => {
        const { DynamoDb } =
            require("../../../infra/data/interaction-store/dynamodb") as typeof import("../../../infra/data/interaction-store/dynamodb");
        const { writeUnitsPerSecond, readUnitsPerSecond } = size.warmThroughput;
        const backend = new DynamoDb("interactions", {
            placement,
            ...table,
            ...provisionedFor(billing, decisionsPerSecond),
            warmWritesPerSecond: writeUnitsPerSecond,
            warmReadsPerSecond: readUnitsPerSecond,
        });
        return { backend };
    },
};
