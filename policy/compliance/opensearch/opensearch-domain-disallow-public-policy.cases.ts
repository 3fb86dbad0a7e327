import type { PolicyCases } from "../../../test/policy/cases";

const TYPE = "aws:opensearch/domainPolicy:DomainPolicy";
const PUBLIC = JSON.stringify({
    Statement: [{ Effect: "Allow", Principal: { AWS: "*" }, Action: "es:ESHttpGet", Resource: "*" }],
});

export const cases: PolicyCases = {
    violations: [
        {
            when: "the document lets everybody in",
            change: (stack) => stack.set(TYPE, "search-policy", "accessPolicies", PUBLIC),
            at: `${TYPE} search-policy`,
            message: `search-policy (${TYPE}): accessPolicies allows es:ESHttpGet to everybody in statement 1. Name the roles that may call the domain.`,
        },
    ],
    absent: [
        {
            when: "there is no document",
            passes: true,
            change: (stack) => stack.unset(TYPE, "search-policy", "accessPolicies"),
        },
    ],
    unknown: { never: "it is so in large: see uncheckedInLarge" },
    uncheckedInLarge: [`search-policy (${TYPE}): accessPolicies is not known before the update`],
};
