import type { PolicyCases } from "../../test/policy/cases";
import type { StackFixture } from "../../test/policy/stack-fixture";
import { addArchive, addBus, addPolicy, BUS } from "../compliance/eventbridge/bus.fixture";

const RELEASE = "kubernetes:helm.sh/v3:Release kaireon";
const LABEL = "kaireon (kubernetes:helm.sh/v3:Release)";

/** What large has for MSK is then for nothing. */
const UNUSED = {
    "no-store-without-selector": "the brokers of large are then selected by nothing",
};

/** Events go to EventBridge, whose block is filled. */
const selected = (stack: StackFixture) =>
    stack
        .setValue("eventbus.enabled", false)
        .setValue("config.EVENT_PUBLISHER", "eventbridge")
        .setValue("eventbridge", {
            enabled: true,
            region: "eu-west-1",
            busName: "decisions",
        });

export const cases: PolicyCases = {
    violations: [
        {
            when: "no bus is named and none is built",
            change: (stack) => selected(stack).setValue("eventbridge.busName", ""),
            at: RELEASE,
            message:
                `${LABEL}: config.EVENT_PUBLISHER is eventbridge, but values.eventbridge.busName is "" and the stack has no ${BUS}. ` +
                "Set it to the bus's name, or to default.",
            also: UNUSED,
        },
    ],
    absent: [
        {
            when: "the block is left out, with a bus in the stack",
            change: (stack) => addPolicy(addArchive(addBus(selected(stack).unsetValue("eventbridge")))),
            at: RELEASE,
            message:
                `${LABEL}: config.EVENT_PUBLISHER is eventbridge, but values.eventbridge.busName is not set and the stack's events (${BUS}) is not given. ` +
                "Set it to the bus's name, or to default.",
            also: UNUSED,
        },
    ],
    unknown: [
        {
            when: "the name is of no bus of this stack",
            change: (stack) => selected(stack).setValueUnknown("eventbridge.busName"),
            unchecked: `${LABEL}: values.eventbridge.busName is not known before the update`,
        },
    ],
    passes: [
        { when: "the bus is elsewhere and named", change: selected },
        {
            when: "a value is made of the stack's bus",
            change: (stack) =>
                addBus(selected(stack).setValueUnknown("eventbridge.busName")).setSources(
                    "kubernetes:helm.sh/v3:Release",
                    "kaireon",
                    "values",
                    [`${BUS} events`],
                ),
        },
    ],
};
