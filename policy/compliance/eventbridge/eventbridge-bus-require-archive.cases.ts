import type { PolicyCases } from "../../../test/policy/cases";
import { addArchive, addBus, addPolicy, BUS } from "./bus.fixture";

export const cases: PolicyCases = {
    violations: [
        {
            when: "nothing keeps the events",
            change: (stack) => addPolicy(addBus(stack)),
            at: `${BUS} events`,
            message: `events (${BUS}): no EventArchive keeps its events. Make one whose eventSourceArn is the bus.`,
        },
    ],
    absent: [{ when: "there is no bus", passes: true, change: (stack) => addBus(stack).remove(BUS, "events") }],
    unknown: { never: "which bus an archive keeps the events of is known by what its ARN is made of" },
    passes: [{ when: "an archive is the bus's", change: (stack) => addArchive(addBus(stack)) }],
};
