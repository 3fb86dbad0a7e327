import type { Stack } from "../../graph/stack";
import type { StackResource } from "../../graph/stack-resource";
import { BUCKETS } from "../s3/buckets";

const KEY = "aws:kms/key:Key";
const TOPIC = "aws:sns/topic:Topic";
const QUEUE = "aws:sqs/queue:Queue";
const ENCRYPTION = "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration";

/** Where a resource names its key. */
const KEY_PROPERTY: Readonly<Record<string, string>> = {
    "aws:cloudwatch/logGroup:LogGroup": "kmsKeyId",
    "aws:ec2/launchTemplate:LaunchTemplate": "blockDeviceMappings",
    [TOPIC]: "kmsMasterKeyId",
    [QUEUE]: "kmsMasterKeyId",
    [ENCRYPTION]: "rules",
};

/** A service that has to use a key itself: the account's permissions do not reach it. */
export interface ServiceUse {
    /** `logs.amazonaws.com`, without a region. */
    readonly service: string;
    readonly key: StackResource;
    /** What is given the key. */
    readonly user: StackResource;
}

/** What services of AWS do with the keys of a stack. */
export function serviceUses(stack: Stack): readonly ServiceUse[] {
    const uses = [
        ...stack.ofType("aws:cloudwatch/logGroup:LogGroup").map((user) => ({ user, service: "logs.amazonaws.com" })),
        // Nodes of a group are started by auto scaling, with volumes under the key.
        ...stack
            .ofType("aws:ec2/launchTemplate:LaunchTemplate")
            .map((user) => ({ user, service: "autoscaling.amazonaws.com" })),
        ...stack.ofType(TOPIC).flatMap((user) => publishers(user, stack).map((service) => ({ user, service }))),
        ...deadLetterQueues(stack).map((user) => ({ user, service: "events.amazonaws.com" })),
        ...flowLogBuckets(stack).map((user) => ({ user, service: "delivery.logs.amazonaws.com" })),
    ];
    return uses.flatMap((use) => keysOf(use.user, stack).map((key) => ({ ...use, key })));
}

function keysOf(user: StackResource, stack: Stack): readonly StackResource[] {
    const property = KEY_PROPERTY[user.type] ?? "";
    return user.gives(property) ? user.references(property, KEY, stack.ofType(KEY)) : [];
}

function publishers(topic: StackResource, stack: Stack): readonly string[] {
    const tells = (type: string, property: string) => stack.referringTo(topic, type, property).length > 0;
    const alarms = ["alarmActions", "okActions", "insufficientDataActions"].some((property) =>
        tells("aws:cloudwatch/metricAlarm:MetricAlarm", property),
    );
    const events = tells("aws:rds/eventSubscription:EventSubscription", "snsTopic");
    return [...(alarms ? ["cloudwatch.amazonaws.com"] : []), ...(events ? ["events.rds.amazonaws.com"] : [])];
}

function deadLetterQueues(stack: Stack): readonly StackResource[] {
    return stack
        .ofType("aws:cloudwatch/eventTarget:EventTarget")
        .flatMap((target) => target.references("deadLetterConfig", QUEUE, stack.ofType(QUEUE)));
}

/** The encryption of the buckets that flow logs go to. */
function flowLogBuckets(stack: Stack): readonly StackResource[] {
    return stack
        .ofType("aws:ec2/flowLog:FlowLog")
        .flatMap((flow) => BUCKETS.flatMap((type) => flow.references("logDestination", type, stack.ofType(type))))
        .flatMap((bucket) => stack.referringTo(bucket, ENCRYPTION, "bucket"));
}
