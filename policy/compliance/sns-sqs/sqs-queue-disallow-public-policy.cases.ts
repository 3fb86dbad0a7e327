import type { PolicyCases } from "../../../test/policy/cases";
import { UNKNOWNS } from "../../graph/unknown";

const TYPE = "aws:sqs/queuePolicy:QueuePolicy";
const PUBLIC = JSON.stringify({
    Statement: [{ Effect: "Allow", Principal: { AWS: "*" }, Action: "sqs:SendMessage", Resource: "*" }],
});

export const cases: PolicyCases = {
    violations: [
        {
            when: "the document lets everybody in",
            change: (stack) =>
                stack.add({
                    type: TYPE,
                    name: "undelivered-policy",
                    props: { queueUrl: "https://sqs.eu-west-1.amazonaws.com/123456789012/undelivered", policy: PUBLIC },
                }),
            at: `${TYPE} undelivered-policy`,
            message: `undelivered-policy (${TYPE}): policy allows sqs:SendMessage to everybody in statement 1. Name the services and accounts that use the queue, or fix their account by a condition such as aws:SourceAccount.`,
        },
    ],
    absent: [
        {
            when: "there is no document",
            passes: true,
            change: (stack) =>
                stack.add({
                    type: TYPE,
                    name: "undelivered-policy",
                    props: { queueUrl: "https://sqs.eu-west-1.amazonaws.com/123456789012/undelivered" },
                }),
        },
    ],
    unknown: [
        {
            when: "the document is not known",
            change: (stack) =>
                stack.add({
                    type: TYPE,
                    name: "undelivered-policy",
                    props: {
                        queueUrl: "https://sqs.eu-west-1.amazonaws.com/123456789012/undelivered",
                        policy: UNKNOWNS.string,
                    },
                }),
            unchecked: `undelivered-policy (${TYPE}): policy is not known before the update`,
        },
    ],
};
