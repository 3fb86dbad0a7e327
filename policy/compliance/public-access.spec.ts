import assert from "node:assert/strict";
import { statementsOf } from "../graph/iam-document";
import { View } from "../graph/view";
import { isPublic } from "./public-access";

const statement = (parts: Record<string, unknown>) => {
    const document = { Statement: { Effect: "Allow", Action: "s3:GetObject", Principal: "*", ...parts } };
    const [only] = statementsOf(new View(JSON.stringify(document), { label: "x" }));
    assert.ok(only);
    return isPublic(only);
};

describe("a statement is public", () => {
    const yes: Record<string, Record<string, unknown>> = {
        "when everybody is its principal": {},
        "when everybody is an AWS principal": { Principal: { AWS: ["arn:aws:iam::123456789012:root", "*"] } },
        "when all but some are its principals": { Principal: undefined, NotPrincipal: { AWS: "123456789012" } },
        "when its condition is about the way, not the caller": {
            Condition: { Bool: { "aws:SecureTransport": "true" } },
        },
        "when its condition is met by leaving the fact out": {
            Condition: { StringEqualsIfExists: { "aws:SourceAccount": "123456789012" } },
        },
        "when its condition takes any account": { Condition: { ArnLike: { "aws:SourceArn": "arn:aws:sns:*:*:*" } } },
        "when one of the values takes any account": {
            Condition: { StringLike: { "aws:PrincipalAccount": ["123456789012", "*"] } },
        },
    };
    for (const [when, parts] of Object.entries(yes)) it(when, () => assert.equal(statement(parts), true));

    const no: Record<string, Record<string, unknown>> = {
        "when it denies": { Effect: "Deny" },
        "when it names an account": { Principal: { AWS: "arn:aws:iam::123456789012:root" } },
        "when it names a service": { Principal: { Service: "sns.amazonaws.com" } },
        "when a condition fixes the account": { Condition: { StringEquals: { "AWS:SourceAccount": "123456789012" } } },
        "when a condition fixes the account in an ARN": {
            Condition: { ArnLike: { "aws:SourceArn": "arn:aws:logs:eu-west-1:123456789012:log-group:*" } },
        },
        "when a condition fixes the organisation": { Condition: { StringEquals: { "aws:PrincipalOrgID": "o-1" } } },
    };
    for (const [when, parts] of Object.entries(no)) it(`not ${when}`, () => assert.equal(statement(parts), false));
});
