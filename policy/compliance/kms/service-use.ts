import type { Stack } from "../../graph/stack";
import type { StackResource } from "../../graph/stack-resource";

const TOPIC = "aws:sns/topic:Topic";

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
    const logs = stack
        .ofType("aws:cloudwatch/logGroup:LogGroup")
        .map((user) => ({ user, service: "logs.amazonaws.com" }));
    const topics = stack.ofType(TOPIC).flatMap((user) => publishers(user, stack).map((service) => ({ user, service })));
    return [...logs, ...topics].flatMap((use) => keysOf(use.user, stack).map((key) => ({ ...use, key })));
}

function keysOf(user: StackResource, stack: Stack): readonly StackResource[] {
    const property = user.type === TOPIC ? "kmsMasterKeyId" : "kmsKeyId";
    return user.gives(property) ? user.references(property, "aws:kms/key:Key", stack.ofType("aws:kms/key:Key")) : [];
}

function publishers(topic: StackResource, stack: Stack): readonly string[] {
    const tells = (type: string, property: string) => stack.referringTo(topic, type, property).length > 0;
    const alarms = ["alarmActions", "okActions", "insufficientDataActions"].some((property) =>
        tells("aws:cloudwatch/metricAlarm:MetricAlarm", property),
    );
    const events = tells("aws:rds/eventSubscription:EventSubscription", "snsTopic");
    return [...(alarms ? ["cloudwatch.amazonaws.com"] : []), ...(events ? ["events.rds.amazonaws.com"] : [])];
}
