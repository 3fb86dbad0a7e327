import type { PolicyCases } from "../../../test/policy/cases";

const GROUP = "aws:elasticache/replicationGroup:ReplicationGroup";

const refused = {
    at: `${GROUP} redis`,
    message: `redis (${GROUP}): authToken and userGroupIds are not set, so nobody has to say who they are. Set one of them.`,
};

export const cases: PolicyCases = {
    violations: [
        {
            when: "the password is empty",
            change: (stack) => stack.set(GROUP, "redis", "authToken", ""),
            ...refused,
            also: { "redis-tls-matches-url": "the product is given a password" },
        },
    ],
    absent: [
        {
            when: "there is no password",
            change: (stack) => stack.unset(GROUP, "redis", "authToken"),
            ...refused,
            also: { "redis-tls-matches-url": "the product is given a password" },
        },
    ],
    unknown: { never: "a password that is not known yet is one" },
    passes: [
        {
            when: "there are users",
            change: (stack) =>
                stack.unset(GROUP, "redis", "authToken").set(GROUP, "redis", "userGroupIds", ["platform"]),
        },
    ],
};
