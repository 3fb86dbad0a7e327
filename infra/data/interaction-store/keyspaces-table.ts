import * as keyspaces from "@pulumi/aws/keyspaces";
import type * as pulumi from "@pulumi/pulumi";
import type { TableCapacity } from "../../sizing/table-capacity";
import type { StorePlacement } from "../backend";

/** Columns by name, with their CQL types. */
export type ColumnTypes = Readonly<Record<string, string>>;

export interface KeyspacesTableArgs {
    readonly placement: StorePlacement;
    readonly keyspaceName: pulumi.Input<string>;
    readonly kmsKeyArn: pulumi.Input<string>;
    readonly partitionKey?: string;
    readonly sortKey?: string;
    readonly columns?: ColumnTypes;
    readonly timeToLiveDays?: number;
    readonly clientSideTimestamps?: boolean;
    readonly provisioned?: TableCapacity;
}

/** The name is known before the table is: no other is in the keyspace. */
const TABLE_NAME = "interactions";
const SECONDS_PER_DAY = 86_400;

/** The table of the interactions, encrypted, restorable to any second of 35 days, and with rows that may expire. */
export function createTable(
    name: string,
    args: KeyspacesTableArgs,
    child: pulumi.CustomResourceOptions,
): keyspaces.Table {
    const { placement, provisioned, timeToLiveDays } = args;
    return new keyspaces.Table(
        name,
        {
            keyspaceName: args.keyspaceName,
            tableName: TABLE_NAME,
            schemaDefinition: schema(args),
            capacitySpecification: capacity(provisioned),
            encryptionSpecification: { type: "CUSTOMER_MANAGED_KMS_KEY", kmsKeyIdentifier: args.kmsKeyArn },
            pointInTimeRecovery: { status: "ENABLED" },
            // Without it an INSERT with USING TTL is refused.
            ttl: { status: "ENABLED" },
            ...(timeToLiveDays === undefined ? {} : { defaultTimeToLive: timeToLiveDays * SECONDS_PER_DAY }),
            ...(args.clientSideTimestamps === true ? { clientSideTimestamps: { status: "ENABLED" } } : {}),
        },
        {
            ...child,
            protect: placement.protect,
            deleteBeforeReplace: true,
            // Auto scaling owns both: to ask for the first values again would throttle the table at its peak.
            ignoreChanges:
                provisioned === undefined ? [] : CAPACITY_UNITS.map((unit) => `capacitySpecification.${unit}`),
        },
    );
}

const CAPACITY_UNITS = ["readCapacityUnits", "writeCapacityUnits"] as const;

function capacity(provisioned: TableCapacity | undefined) {
    if (provisioned === undefined) return { throughputMode: "PAY_PER_REQUEST" };
    return {
        throughputMode: "PROVISIONED",
        readCapacityUnits: provisioned.read.min,
        writeCapacityUnits: provisioned.write.min,
    };
}

function schema({ partitionKey = "customerid", sortKey = "interactionkey", columns }: KeyspacesTableArgs) {
    const types: ColumnTypes = { [partitionKey]: "text", [sortKey]: "text", ...(columns ?? { payload: "text" }) };
    return {
        columns: Object.entries(types).map(([column, type]) => ({ name: column, type })),
        partitionKeys: [{ name: partitionKey }],
        clusteringKeys: [{ name: sortKey, orderBy: "DESC" }],
    };
}
