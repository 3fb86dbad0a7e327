import type { PolicyCases } from "../../../test/policy/cases";
import type { StackFixture } from "../../../test/policy/stack-fixture";

const SECRET = "aws:secretsmanager/secret:Secret";

const add = (stack: StackFixture) =>
    stack
        .add({
            type: SECRET,
            name: "left-over",
            protect: true,
            props: {
                region: "eu-west-1",
                description: "Of an earlier release",
                kmsKeyId: "arn:aws:kms:eu-west-1:123456789012:key/1",
            },
        })
        .add({
            type: "aws:secretsmanager/secretVersion:SecretVersion",
            name: "left-over-version",
            props: {},
            from: { secretId: ["left-over"] },
        });

export const cases: PolicyCases = {
    violations: [
        {
            when: "nothing reads a secret",
            change: add,
            at: `${SECRET} left-over`,
            message: `left-over (${SECRET}): nothing but its own version refers to it. Name it where it is read, or delete it.`,
        },
    ],
    absent: [
        {
            when: "the secret is not there",
            passes: true,
            change: (stack) =>
                add(stack)
                    .remove("aws:secretsmanager/secretVersion:SecretVersion", "left-over-version")
                    .remove(SECRET, "left-over"),
        },
    ],
    unknown: { never: "what refers to a secret is known in every preview" },
    passes: [
        {
            when: "a role may read it",
            change: (stack) =>
                add(stack).add({
                    type: "aws:iam/rolePolicy:RolePolicy",
                    name: "reader",
                    props: { role: "reader", policy: JSON.stringify({ Statement: [] }) },
                    from: { policy: ["left-over"] },
                }),
        },
    ],
};
