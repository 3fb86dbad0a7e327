import assert from "node:assert/strict";
import { grantsOf, ROLE, statementsOf } from "./iam-document";
import { named, stackOf } from "./stack.fixture";
import { UNKNOWNS } from "./unknown";
import { View } from "./view";

const statements = (document: unknown) => statementsOf(new View(document, { label: "role" }));

describe("statements of a policy document", () => {
    it("are read from text or tree, one or many", () => {
        const one = { Effect: "Allow", Action: "s3:GetObject", Resource: "*" };
        assert.deepEqual(statements(JSON.stringify({ Statement: one }))[0]?.actions, ["s3:GetObject"]);
        assert.equal(statements({ Statement: [one, one] }).length, 2);
        assert.deepEqual(statements({}), []);
    });

    it("cover actions as IAM matches them", () => {
        const covers = (statement: Readonly<Record<string, unknown>>, action: string) =>
            statements({ Statement: statement })[0]?.covers(action);
        assert.equal(covers({ Action: ["kafka-cluster:*"] }, "kafka-cluster:Connect"), true);
        assert.equal(covers({ Action: "dynamodb:?etItem" }, "dynamodb:GetItem"), true);
        assert.equal(covers({ Action: "DynamoDB:getitem" }, "dynamodb:GetItem"), true);
        assert.equal(covers({ Action: "dynamodb:Get" }, "dynamodb:GetItem"), false);
        assert.equal(covers({ NotAction: "iam:*" }, "s3:GetObject"), true);
        assert.equal(covers({ NotAction: "iam:*" }, "iam:PassRole"), false);
    });

    it("name their principals with their kind", () => {
        const [first, second] = statements({
            Statement: [
                { Principal: "*" },
                { Principal: { Service: "pods.eks.amazonaws.com", AWS: ["arn:1", "arn:2"] } },
            ],
        });
        assert.deepEqual(first?.principals, ["*"]);
        assert.deepEqual(second?.principals, ["Service:pods.eks.amazonaws.com", "AWS:arn:1", "AWS:arn:2"]);
    });

    it("can have a resource that is unknown by itself", () =>
        assert.deepEqual(
            statements({ Statement: { Effect: "Allow", Resource: ["*", UNKNOWNS.string] } })[0]?.resources.map(
                ({ state }) => state,
            ),
            ["known", "unknown"],
        ));

    it("cannot be told of an unknown document", () =>
        assert.throws(() => statements(UNKNOWNS.string), /is not known before the update/));
});

describe("the permissions of a role", () => {
    it("come from inline, attached and own documents, each with what it mentions", () => {
        const stack = stackOf(
            { type: "aws:dynamodb/table:Table", name: "table" },
            { type: ROLE, name: "role", props: { name: "role-1", inlinePolicies: [{ name: "own", policy: "{}" }] } },
            { type: ROLE, name: "other", props: { name: "other-1" } },
            {
                type: "aws:iam/rolePolicy:RolePolicy",
                name: "inline",
                props: { role: UNKNOWNS.string, policy: UNKNOWNS.string },
                from: { role: ["role"], policy: ["table"] },
            },
            { type: "aws:iam/rolePolicy:RolePolicy", name: "others", props: { role: "other-1", policy: "{}" } },
            { type: "aws:iam/policy:Policy", name: "managed", props: { policy: "{}" } },
            {
                type: "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
                name: "attachment",
                props: { role: "role-1", policyArn: UNKNOWNS.string },
                from: { policyArn: ["managed"] },
            },
        );
        const grants = grantsOf(named(stack, "role"), stack);
        assert.deepEqual(
            grants.map(({ holder, document, mentions }) => [
                holder.name,
                document.state,
                mentions.map(({ name }) => name),
            ]),
            [
                ["inline", "unknown", ["table"]],
                ["managed", "known", []],
                ["role", "known", []],
            ],
        );
    });
});
