import type { PolicyCases } from "../../../test/policy/cases";
import { UNKNOWNS } from "../../graph/unknown";
import { addEndpoint, addTable, TABLE } from "./table.fixture";

const fixed = { throughputMode: "PROVISIONED", readCapacityUnits: 10, writeCapacityUnits: 10 };

export const cases: PolicyCases = {
    violations: [
        {
            when: "capacity is fixed",
            change: (stack) => addTable(addEndpoint(stack), { capacitySpecification: fixed }),
            at: `${TABLE} history`,
            message: `history (${TABLE}): capacitySpecification.throughputMode is PROVISIONED and nothing scales cassandra:table:ReadCapacityUnits and cassandra:table:WriteCapacityUnits. Set it to PAY_PER_REQUEST, or make a target and a policy for each.`,
        },
    ],
    absent: [{ when: "nothing is said, which means on demand", passes: true, change: (stack) => addTable(stack) }],
    unknown: [
        {
            when: "the mode is not known",
            change: (stack) => {
                addTable(stack, { capacitySpecification: { throughputMode: UNKNOWNS.string } });
                stack.setSources(TABLE, "history", "capacitySpecification", ["kafka"]);
            },
            unchecked: `history (${TABLE}): capacitySpecification.throughputMode is not known before the update`,
        },
    ],
};
