import type { PolicyCases } from "../../../test/policy/cases";

const TYPE = "aws:sns/topicPolicy:TopicPolicy";
const PUBLIC = JSON.stringify({
    Statement: [{ Effect: "Allow", Principal: { AWS: "*" }, Action: "sns:Publish", Resource: "*" }],
});

export const cases: PolicyCases = {
    violations: [
        {
            when: "the document lets everybody in",
            change: (stack) => stack.set(TYPE, "alarms-policy", "policy", PUBLIC),
            at: `${TYPE} alarms-policy`,
            message: `alarms-policy (${TYPE}): policy allows sns:Publish to everybody in statement 1. Name the services and accounts that use the topic, or fix their account by a condition such as aws:SourceAccount.`,
        },
    ],
    absent: [
        { when: "there is no document", passes: true, change: (stack) => stack.unset(TYPE, "alarms-policy", "policy") },
    ],
    unknown: { never: "it is so in large: see uncheckedInLarge" },
    uncheckedInLarge: [`alarms-policy (${TYPE}): policy is not known before the update`],
};
