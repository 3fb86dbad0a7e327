import type { PolicyCases } from "../../../test/policy/cases";

const TYPE = "aws:iam/userPolicyAttachment:UserPolicyAttachment";

export const cases: PolicyCases = {
    violations: [
        {
            when: "a policy is attached to a user",
            change: (stack) => stack.add({ type: TYPE, name: "operator", props: { user: "operator" } }),
            at: `${TYPE} operator`,
            message: `operator (${TYPE}): the stack works with an IAM user. Use a role in its place.`,
        },
    ],
    absent: [{ when: "there is none", passes: true, change: (stack) => stack }],
    unknown: { never: "The resource is enough, whatever it says." },
};
