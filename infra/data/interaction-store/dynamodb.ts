import * as dynamodb from "@pulumi/aws/dynamodb";
import * as pulumi from "@pulumi/pulumi";
import type { ChartValues } from "../../app/chart-values";
import type { TableCapacity } from "../../sizing/table-capacity";
import { createAlarms } from "../alarms";
import type { Backend, StorePlacement, TierGrant } from "../backend";
import { EncryptionKey } from "../encryption-key";
import { tableAlarms } from "./dynamodb-alarms";
import { tableGrants } from "./dynamodb-grants";
import { scaleTable } from "./table-scaling";

export interface DynamoDbArgs {
    readonly placement: StorePlacement;
    /**
     * Writes a second that the table takes at once. A new on-demand table starts at 4,000, AWS's least; each decision writes two. Can only
     * be raised: a lower value is refused by AWS for as long as the table lives.
     */
    readonly warmWritesPerSecond: number;
    /** Reads a second that the table takes at once; 12,000 or more. Default: 12,000. */
    readonly warmReadsPerSecond?: number;
    /**
     * Bounds of a provisioned table. It starts at the least and rises to the most without a wait as far as it is warm. Default: on
     * demand.
     */
    readonly provisioned?: TableCapacity;
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
        const { placement, provisioned } = args;

        const key = new EncryptionKey(
            `${name}-key`,
            { ...placement, description: `Interactions (${placement.namePrefix}-${name})` },
            child,
        );
        const table = new dynamodb.Table(name, tableArgs(args, key.arn), {
            ...child,
            protect: placement.protect,
            // Auto scaling owns both: to ask for the first values again would throttle the table at its peak.
            ignoreChanges: provisioned === undefined ? [] : ["readCapacity", "writeCapacity"],
        });
        if (provisioned !== undefined) {
            const resourceId = pulumi.interpolate`table/${table.name}`;
            scaleTable(name, { service: "dynamodb", resourceId, capacity: provisioned }, child);
        }
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
        this.values = {
            config: { INTERACTION_STORE: "dynamodb" },
            dynamodb: { enabled: true, tableName: table.name, region: placement.region },
        };
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
        ...billing(args.provisioned),
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

function billing(
    provisioned: TableCapacity | undefined,
): Pick<dynamodb.TableArgs, "billingMode" | "readCapacity" | "writeCapacity"> {
    if (provisioned === undefined) return { billingMode: "PAY_PER_REQUEST" };
    return {
        billingMode: "PROVISIONED",
        readCapacity: provisioned.read.min,
        writeCapacity: provisioned.write.min,
    };
}
