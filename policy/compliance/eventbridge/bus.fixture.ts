import type { StackFixture } from "../../../test/policy/stack-fixture";

export const BUS = "aws:cloudwatch/eventBus:EventBus";
export const POLICY = "aws:cloudwatch/eventBusPolicy:EventBusPolicy";
export const ARCHIVE = "aws:cloudwatch/eventArchive:EventArchive";

const ALARM = "aws:cloudwatch/metricAlarm:MetricAlarm";
const KEY = "arn:aws:kms:eu-west-1:123456789012:key/1";

/** A bus that every other policy accepts, apart from the policy and the archive that it needs. */
export function addBus(stack: StackFixture): StackFixture {
    const [alarm] = stack.resources.filter(({ type }) => type === ALARM);
    return stack
        .add({
            type: BUS,
            name: "events",
            props: {
                name: "events",
                kmsKeyIdentifier: KEY,
                deadLetterConfig: { arn: "arn:aws:sqs:eu-west-1:123456789012:undelivered" },
            },
        })
        .add({
            type: ALARM,
            name: "events-failures",
            props: { ...alarm?.props, dimensions: { EventBusName: "events" } },
        });
}

export function addPolicy(stack: StackFixture): StackFixture {
    return stack.add({ type: POLICY, name: "events-policy", props: { eventBusName: "events", policy: "{}" } });
}

export function addArchive(stack: StackFixture): StackFixture {
    return stack.add({
        type: ARCHIVE,
        name: "events-archive",
        protect: true,
        props: { kmsKeyIdentifier: KEY },
        from: { eventSourceArn: ["events"] },
    });
}
