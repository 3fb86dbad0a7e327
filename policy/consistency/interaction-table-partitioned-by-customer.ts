import { releasePolicy } from "../policy";
import { storesNamed } from "./chosen-store";
import { interactionStoreOf } from "./selectors";

const DYNAMODB = "aws:dynamodb/table:Table";
const KEYSPACES = "aws:keyspaces/table:Table";

export const interactionTablePartitionedByCustomer = releasePolicy({
    id: "interaction-table-partitioned-by-customer",
    title: "The interaction store's table is partitioned by the customer's id",
    why: "The respond path reads and writes one customer's interactions by that key: under another one every call fails, and no table changes its key without being replaced.",
    fix: "Make the customer's id the partition key before the first row is written",
    severity: "high",
    pitfalls: ["P-SEL-01"],
    links: ["https://docs.kaireonai.com/platform/values-large"],
    check: (release, stack, report) => {
        const store = interactionStoreOf(release);
        if (store === "dynamodb")
            report.each(storesNamed(release, stack, "dynamodb.tableName", DYNAMODB), (table) => {
                if (isCustomer(table.properties.text("hashKey") ?? "")) return;
                report.violation(
                    `${table.label}: hashKey is ${table.properties.shown("hashKey")}, but ${release.label} keeps interactions in it ` +
                        `(the interaction store is dynamodb), by customer. Make customerId the hash key.`,
                    table,
                );
            });
        if (store === "cassandra")
            report.each(storesNamed(release, stack, "keyspaces.keyspace", KEYSPACES), (table) => {
                const keys = table.properties
                    .items("schemaDefinition.partitionKeys")
                    .map((key) => key.text("name") ?? "");
                if (keys.some(isCustomer)) return;
                report.violation(
                    `${table.label}: schemaDefinition.partitionKeys is ${keys.join(", ") || "empty"}, but ${release.label} keeps interactions ` +
                        `in it (the interaction store is cassandra), by customer. Make the customer's id a partition key.`,
                    table,
                );
            });
    },
});

/** `customerId`, `customer_id`, or a composed key such as `tenantCustomerId`. */
function isCustomer(key: string): boolean {
    return /customer[_-]?id/i.test(key);
}
