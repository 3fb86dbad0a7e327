import type { PolicyCases } from "../../../test/policy/cases";
import { UNKNOWNS } from "../../graph/unknown";

const TYPE = "aws:cloudwatch/eventBusPolicy:EventBusPolicy";
const PUBLIC = JSON.stringify({
    Statement: [{ Effect: "Allow", Principal: { AWS: "*" }, Action: "events:PutEvents", Resource: "*" }],
});

export const cases: PolicyCases = {
    violations: [
        {
            when: "the document lets everybody in",
            change: (stack) => stack.add({ type: TYPE, name: "events-policy", props: { policy: PUBLIC } }),
            at: `${TYPE} events-policy`,
            message: `events-policy (${TYPE}): policy allows events:PutEvents to everybody in statement 1. Name the accounts that may send, or fix them by a condition such as aws:PrincipalOrgID.`,
        },
    ],
    absent: [
        {
            when: "there is no document",
            passes: true,
            change: (stack) => stack.add({ type: TYPE, name: "events-policy", props: {} }),
        },
    ],
    unknown: [
        {
            when: "the document is not known",
            change: (stack) => stack.add({ type: TYPE, name: "events-policy", props: { policy: UNKNOWNS.string } }),
            unchecked: `events-policy (${TYPE}): policy is not known before the update`,
        },
    ],
};
