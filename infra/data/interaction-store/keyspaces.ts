import * as keyspaces from "@pulumi/aws/keyspaces";
import * as pulumi from "@pulumi/pulumi";
import type { ChartValues } from "../../app/chart-values";
import type { TableCapacity } from "../../sizing/table-capacity";
import { createAlarms } from "../alarms";
import type { Backend, StorePlacement, TierGrant } from "../backend";
import { EncryptionKey } from "../encryption-key";
import { keyspacesAlarms } from "./keyspaces-alarms";
import { keyspacesGrants } from "./keyspaces-grants";
import { keyspaceName } from "./keyspaces-name";
import { type ColumnTypes, createTable } from "./keyspaces-table";
import { scaleTable } from "./table-scaling";

export interface KeyspacesArgs {
    readonly placement: StorePlacement;
    /** Column that partitions the table; as in CQL without quotes, small letters alone. Changing it replaces the table. Default: `customerid`. */
    readonly partitionKey?: string;
    /** Column that orders a customer's rows, newest first; the vendor does not document it. Changing it replaces the table. Default: `interactionkey`. */
    readonly sortKey?: string;
    /** The other columns, name to CQL type; not documented either. One can be added later, none taken away. Default: `{ payload: "text" }`. */
    readonly columns?: ColumnTypes;
    /** Days after which a row without a TTL of its own expires. Default: never. */
    readonly timeToLiveDays?: number;
    /** Rows carry the time that the client gives; can't be undone. Default: false. */
    readonly clientSideTimestamps?: boolean;
    /** Bounds of a provisioned table. Default: on demand. */
    readonly provisioned?: TableCapacity;
    /** Writes a second at the target rate: at 80 % of them the alarm rings. */
    readonly writesPerSecond: number;
}

/** `interactionStore.backend: cassandra` as Amazon Keyspaces: a keyspace with one table, partitioned by customer. */
export class Keyspaces extends pulumi.ComponentResource implements Backend {
    readonly keyspaceName: pulumi.Output<string>;
    readonly tableName: pulumi.Output<string>;
    readonly values: ChartValues;
    readonly grants: readonly TierGrant[];
    /** Reached through the interface endpoint in the private subnets. */
    readonly ports: readonly number[] = [];
    readonly secretArns: readonly pulumi.Output<string>[] = [];
    readonly secretKeyArns: readonly pulumi.Output<string>[] = [];
    readonly ready: readonly pulumi.Resource[];

    constructor(name: string, args: KeyspacesArgs, opts?: pulumi.ComponentResourceOptions) {
        super("kaireon:data:Keyspaces", name, {}, opts);
        const child = { parent: this };
        const { placement, provisioned } = args;
        const { region, accountId, partition } = placement;

        const key = new EncryptionKey(
            `${name}-key`,
            { ...placement, description: `Interactions (${placement.namePrefix}-${name})` },
            child,
        );
        const keyspace = new keyspaces.Keyspace(
            name,
            { name: keyspaceName(placement.namePrefix) },
            // The name is taken: a second keyspace of it can't be made before the first is gone.
            { ...child, protect: placement.protect, deleteBeforeReplace: true },
        );
        const table = createTable(name, { ...args, keyspaceName: keyspace.name, kmsKeyArn: key.arn }, child);
        if (provisioned !== undefined) {
            const resourceId = pulumi.interpolate`keyspace/${table.keyspaceName}/table/${table.tableName}`;
            scaleTable(name, { service: "cassandra", resourceId, capacity: provisioned }, child);
        }
        createAlarms(
            name,
            {
                namespace: "AWS/Cassandra",
                topicArn: placement.alarmTopicArn,
                rows: keyspacesAlarms({
                    keyspaceName: keyspace.name,
                    tableName: table.tableName,
                    writesPerSecond: args.writesPerSecond,
                }),
            },
            child,
        );

        this.keyspaceName = keyspace.name;
        this.tableName = table.tableName;
        this.values = {
            config: { INTERACTION_STORE: "cassandra" },
            keyspaces: { enabled: true, keyspace: keyspace.name, table: table.tableName, region },
        };
        this.grants = keyspacesGrants({ tableArn: table.arn, keyArn: key.arn, region, accountId, partition });
        this.ready = [table];
        this.registerOutputs({ keyspaceName: this.keyspaceName, tableName: this.tableName });
    }
}
