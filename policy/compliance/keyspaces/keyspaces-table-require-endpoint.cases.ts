import type { PolicyCases } from "../../../test/policy/cases";
import { UNKNOWNS } from "../../graph/unknown";
import { addEndpoint, addTable, ENDPOINT, TABLE } from "./table.fixture";

export const cases: PolicyCases = {
    violations: [
        {
            when: "there is no endpoint",
            change: (stack) => addTable(stack),
            at: `${TABLE} history`,
            message: `history (${TABLE}): the stack has no Interface endpoint for Keyspaces. Make one whose serviceName ends in .cassandra.`,
        },
        {
            when: "the endpoint's group is closed on the port",
            change: (stack) => addTable(addEndpoint(stack, {}, 9042)),
            at: `${TABLE} history`,
            message: `history (${TABLE}): no security group of its endpoint history-endpoint admits anybody on 9142. Add a rule for the nodes.`,
        },
    ],
    absent: [{ when: "there is no table", passes: true, change: (stack) => addEndpoint(stack) }],
    unknown: [
        {
            when: "what an endpoint is for is not known",
            change: (stack) => addTable(addEndpoint(stack, { serviceName: UNKNOWNS.string })),
            unchecked: `history-endpoint (${ENDPOINT}): serviceName is not known before the update`,
        },
    ],
    passes: [{ when: "the endpoint admits the nodes", change: (stack) => addTable(addEndpoint(stack)) }],
};
