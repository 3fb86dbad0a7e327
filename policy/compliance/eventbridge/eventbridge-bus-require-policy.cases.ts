import type { PolicyCases } from "../../../test/policy/cases";
import { UNKNOWNS } from "../../graph/unknown";
import { addArchive, addBus, addPolicy, BUS, POLICY } from "./bus.fixture";

export const cases: PolicyCases = {
    violations: [
        {
            when: "no policy names the bus",
            change: (stack) => addArchive(addBus(stack)),
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
        { when: "a policy gives the bus's name", change: (stack) => addPolicy(addBus(stack)) },
    ],
};
