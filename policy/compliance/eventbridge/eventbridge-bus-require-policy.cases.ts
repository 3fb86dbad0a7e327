import type { PolicyCases } from "../../../test/policy/cases";
import type { StackFixture } from "../../../test/policy/stack-fixture";
import { UNKNOWNS } from "../../graph/unknown";

const BUS = "aws:cloudwatch/eventBus:EventBus";
const POLICY = "aws:cloudwatch/eventBusPolicy:EventBusPolicy";

const addBus = (stack: StackFixture) =>
    stack.add({
        type: BUS,
        name: "events",
        props: { name: "events", kmsKeyIdentifier: "arn:aws:kms:eu-west-1:123456789012:key/1" },
    });

export const cases: PolicyCases = {
    violations: [
        {
            when: "no policy names the bus",
            change: addBus,
            at: `${BUS} events`,
            message: `events (${BUS}): no EventBusPolicy names it. Make one that names the senders.`,
        },
    ],
    absent: [
        {
            when: "the bus has no policy but there is no bus",
            passes: true,
            change: (stack) => addBus(stack).remove(BUS, "events"),
        },
    ],
    unknown: { never: "which bus a policy names is known when its name is not" },
    passes: [
        {
            when: "a policy refers to the bus",
            change: (stack) =>
                addBus(stack).add({
                    type: POLICY,
                    name: "events-policy",
                    props: { eventBusName: UNKNOWNS.string, policy: UNKNOWNS.string },
                    from: { eventBusName: ["events"] },
                }),
        },
        {
            when: "a policy gives the bus's name",
            change: (stack) =>
                addBus(stack).add({
                    type: POLICY,
                    name: "events-policy",
                    props: { eventBusName: "events", policy: "{}" },
                }),
        },
    ],
};
