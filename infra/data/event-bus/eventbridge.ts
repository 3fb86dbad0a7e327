import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as schemas from "@pulumi/aws/schemas";
import * as sqs from "@pulumi/aws/sqs";
import * as pulumi from "@pulumi/pulumi";
import type { ChartValues } from "../../app/chart-values";
import { policyDocument } from "../../iam/policy-document";
import { createAlarms } from "../alarms";
import type { Backend, StorePlacement, TierGrant } from "../backend";
import { EncryptionKey } from "../encryption-key";
import { EVENT_NAMES, eventSchema } from "./event-schemas";
import { busAlarms, queueAlarms } from "./eventbridge-alarms";
import { busGrants, busPolicy, queuePolicy } from "./eventbridge-policies";

export { PUBLISHING_TIERS } from "./eventbridge-policies";

export interface EventBridgeArgs {
    readonly placement: StorePlacement;
    /** Roles of the tiers that publish: the bus's policy admits them and nobody else. */
    readonly publisherRoleArns: readonly pulumi.Input<string>[];
    /** How long events can be replayed, in days. Default: 7. */
    readonly archiveDays?: number;
}

/** The longest that SQS keeps a message. */
const QUEUE_SECONDS = 14 * 24 * 3600;

/**
 * `config.EVENT_PUBLISHER: eventbridge`: a bus with its archive, dead-letter queue and the schemas of its events.
 *
 * There is no rule on it: nothing of the platform reads from EventBridge, and a rule that logs everything would cost more than the bus.
 * Who wants events adds a rule, with `deadLetterQueueArn` on its target.
 */
export class EventBridge extends pulumi.ComponentResource implements Backend {
    readonly busName: pulumi.Output<string>;
    /** For the targets of rules that others add. */
    readonly deadLetterQueueArn: pulumi.Output<string>;
    readonly values: ChartValues;
    readonly grants: readonly TierGrant[];
    /** Reached through an interface endpoint, not in the data subnets. */
    readonly ports: readonly number[] = [];
    readonly secretArns: readonly pulumi.Output<string>[] = [];
    readonly secretKeyArns: readonly pulumi.Output<string>[] = [];
    readonly ready: readonly pulumi.Resource[];

    constructor(name: string, args: EventBridgeArgs, opts?: pulumi.ComponentResourceOptions) {
        super("kaireon:data:EventBridge", name, {}, opts);
        const child = { parent: this };
        const { placement } = args;
        const kept = { ...child, protect: placement.protect };

        const key = new EncryptionKey(
            `${name}-key`,
            { ...placement, description: `Events (${placement.namePrefix}-${name})`, services: ["events"] },
            child,
        );
        const queue = new sqs.Queue(
            `${name}-undelivered`,
            { kmsMasterKeyId: key.arn, messageRetentionSeconds: QUEUE_SECONDS },
            kept,
        );
        // EventBridge has no deletion protection of its own: Pulumi's is the only one.
        const bus = new cloudwatch.EventBus(
            name,
            {
                description: "Events of the platform",
                kmsKeyIdentifier: key.arn,
                deadLetterConfig: { arn: queue.arn },
            },
            kept,
        );
        const admission = createPolicies(name, { ...args, queue, bus }, child);
        new cloudwatch.EventArchive(
            `${name}-archive`,
            { eventSourceArn: bus.arn, kmsKeyIdentifier: key.arn, retentionDays: args.archiveDays ?? 7 },
            kept,
        );
        createSchemas(name, child);
        const topicArn = placement.alarmTopicArn;
        createAlarms(name, { namespace: "AWS/Events", topicArn, rows: busAlarms(bus.name) }, child);
        createAlarms(name, { namespace: "AWS/SQS", topicArn, rows: queueAlarms(queue.name) }, child);

        this.busName = bus.name;
        this.deadLetterQueueArn = queue.arn;
        this.values = {
            config: { EVENT_PUBLISHER: "eventbridge" },
            eventbridge: { enabled: true, busName: bus.name, region: placement.region },
        };
        this.grants = busGrants(bus.arn);
        this.ready = [bus, ...admission];
        this.registerOutputs({ busName: this.busName, deadLetterQueueArn: this.deadLetterQueueArn });
    }
}

/** Who may send to the bus, and that the bus may send to the queue. */
function createPolicies(
    name: string,
    args: EventBridgeArgs & { readonly queue: sqs.Queue; readonly bus: cloudwatch.EventBus },
    child: pulumi.CustomResourceOptions,
): readonly pulumi.Resource[] {
    const { bus, queue, placement } = args;
    return [
        new cloudwatch.EventBusPolicy(
            `${name}-policy`,
            { eventBusName: bus.name, policy: policyDocument(busPolicy(bus.arn, args.publisherRoleArns, placement)) },
            child,
        ),
        new sqs.QueuePolicy(
            `${name}-undelivered-policy`,
            { queueUrl: queue.url, policy: policyDocument(queuePolicy(queue.arn, bus, placement)) },
            child,
        ),
    ];
}

/** What consumers may rely on. Written by hand: EventBridge discovers no schemas on a bus that has a key of its own. */
function createSchemas(name: string, child: pulumi.CustomResourceOptions): void {
    const registry = new schemas.Registry(`${name}-schemas`, { description: "Events of the platform" }, child);
    for (const event of EVENT_NAMES) {
        new schemas.Schema(
            `${name}-${event}`,
            { name: event, registryName: registry.name, type: "JSONSchemaDraft4", content: eventSchema(event) },
            child,
        );
    }
}
