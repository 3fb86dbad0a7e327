import * as dynamodb from "@pulumi/aws/dynamodb";
import * as pulumi from "@pulumi/pulumi";
import type { ChartValues } from "../../app/chart-values";
import { createAlarms } from "../alarms";
import type { Backend, StorePlacement, TierGrant } from "../backend";
import { EncryptionKey } from "../encryption-key";
import { tableAlarms } from "./dynamodb-alarms";
import { tableGrants } from "./dynamodb-grants";

export interface DynamoDbArgs {
    readonly placement: StorePlacement;
    /**
     * Writes a second that the table takes at once. A new on-demand table starts at 4,000, AWS's least; each decision writes two. Can only
     * be raised: a lower value is refused by AWS for as long as the table lives.
     */
    readonly warmWritesPerSecond: number;
    /** Reads a second that the table takes at once; 12,000 or more. Default: 12,000. */
    readonly warmReadsPerSecond?: number;
    /** The vendor does not document the sort key; changing it replaces the table. Default: `interactionKey`. */
    readonly sortKey?: string;
    /** The number attribute that holds the second at which a row expires; not documented either. Default: `expiresAt`. */
    readonly ttlAttribute?: string;
}

/** `interactionStore.backend: dynamodb`: one table, partitioned by customer. */
export class DynamoDb extends pulumi.ComponentResource implements Backend {
    readonly tableName: pulumi.Output<string>;
    readonly values: ChartValues;
    readonly grants: readonly TierGrant[];
    /** Reached through the gateway endpoint, not in the data subnets. */
    readonly ports: readonly number[] = [];
    readonly secretArns: readonly pulumi.Output<string>[] = [];
    readonly secretKeyArns: readonly pulumi.Output<string>[] = [];
    readonly ready: readonly pulumi.Resource[];

    constructor(name: string, args: DynamoDbArgs, opts?: pulumi.ComponentResourceOptions) {
        super("kaireon:data:DynamoDb", name, {}, opts);
        const child = { parent: this };
        const { placement } = args;

        const key = new EncryptionKey(
            `${name}-key`,
            { ...placement, description: `Interactions (${placement.namePrefix}-${name})` },
            child,
        );
        const table = new dynamodb.Table(name, tableArgs(args, key.arn), { ...child, protect: placement.protect });
        createAlarms(
            name,
            {
                namespace: "AWS/DynamoDB",
                topicArn: placement.alarmTopicArn,
                rows: tableAlarms({ tableName: table.name, warmWritesPerSecond: args.warmWritesPerSecond }),
            },
            child,
        );

        this.tableName = table.name;
        this.values = { dynamodb: { enabled: true, tableName: table.name, region: placement.region } };
        this.grants = tableGrants({ tableArn: table.arn, keyArn: key.arn, region: placement.region });
        this.ready = [table];
        this.registerOutputs({ tableName: this.tableName });
    }
}

function tableArgs(args: DynamoDbArgs, kmsKeyArn: pulumi.Input<string>): dynamodb.TableArgs {
    const rangeKey = args.sortKey ?? "interactionKey";
    return {
        hashKey: "customerId",
        rangeKey,
        // Only what a key names is declared; a declared attribute that is no key is a difference at every refresh.
        attributes: [
            { name: "customerId", type: "S" },
            { name: rangeKey, type: "S" },
        ],
        billingMode: "PAY_PER_REQUEST",
        warmThroughput: {
            readUnitsPerSecond: args.warmReadsPerSecond ?? 12_000,
            writeUnitsPerSecond: args.warmWritesPerSecond,
        },
        ttl: { enabled: true, attributeName: args.ttlAttribute ?? "expiresAt" },
        pointInTimeRecovery: { enabled: true },
        serverSideEncryption: { enabled: true, kmsKeyArn },
        deletionProtectionEnabled: args.placement.protect,
    };
}
