import type { PolicyCases } from "../../../test/policy/cases";
import type { StackFixture } from "../../../test/policy/stack-fixture";
import { UNKNOWNS } from "../../graph/unknown";

const POLICY = "aws:dynamodb/resourcePolicy:ResourcePolicy";
const ARN = "arn:aws:dynamodb:eu-west-1:123456789012:table/interactions";

const add = (stack: StackFixture, principal: unknown, resourceArn: string = ARN) => {
    const statement = { Effect: "Allow", Principal: principal, Action: "dynamodb:GetItem", Resource: ARN };
    return stack.add({
        type: POLICY,
        name: "readers",
        props: { resourceArn, policy: JSON.stringify({ Statement: [statement] }) },
    });
};
const refused = (who: string) => ({
    at: `${POLICY} readers`,
    message: `readers (${POLICY}): policy allows ${who}; every principal must be of account 123456789012. Take them out.`,
});

export const cases: PolicyCases = {
    violations: [
        {
            when: "a role of another account may read",
            change: (stack) => add(stack, { AWS: ["arn:aws:iam::210987654321:role/report", "123456789012"] }),
            ...refused("arn:aws:iam::210987654321:role/report"),
        },
        { when: "everybody may read", change: (stack) => add(stack, "*"), ...refused("*") },
    ],
    absent: [
        {
            when: "there is no document",
            passes: true,
            change: (stack) => stack.add({ type: POLICY, name: "readers", props: { resourceArn: ARN } }),
        },
    ],
    unknown: [
        {
            when: "whose the table is is not known",
            change: (stack) => add(stack, { AWS: "123456789012" }, UNKNOWNS.string),
            unchecked: `readers (${POLICY}): resourceArn is not known before the update`,
        },
    ],
    passes: [
        {
            when: "roles of the account may read",
            change: (stack) => add(stack, { AWS: "arn:aws:iam::123456789012:role/report" }),
        },
        {
            when: "a service may read a table that is not known yet",
            change: (stack) => add(stack, { Service: "redshift.amazonaws.com" }, UNKNOWNS.string),
        },
    ],
};
