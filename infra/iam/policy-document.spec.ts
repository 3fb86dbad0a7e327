import * as assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { resolved } from "../../test/mocks";
import { podIdentityTrust, policyDocument, type Statement } from "./policy-document";

describe("policyDocument", () => {
    it("writes the version that policy variables need, and the statements in their order", async () => {
        const statements: Statement[] = [
            {
                Sid: "Read",
                Effect: "Allow",
                Action: "dynamodb:GetItem",
                Resource: "arn:aws:dynamodb:eu-west-1:1:table/t",
            },
            { Effect: "Deny", Principal: "*", Action: ["s3:*"], Resource: "*" },
        ];

        assert.deepEqual(JSON.parse(await resolved(policyDocument(statements))), {
            Version: "2012-10-17",
            Statement: statements,
        });
    });

    it("resolves outputs wherever a statement may hold one", async () => {
        const document = policyDocument([
            {
                Effect: "Allow",
                Principal: { AWS: [pulumi.output("arn:aws:iam::1:role/api")] },
                Action: "kms:Decrypt",
                Resource: pulumi.output("arn:aws:kms:eu-west-1:1:key/k"),
                Condition: {
                    StringEquals: { "kms:ViaService": pulumi.output("secretsmanager.eu-west-1.amazonaws.com") },
                },
            },
        ]);

        assert.deepEqual(JSON.parse(await resolved(document)).Statement, [
            {
                Effect: "Allow",
                Principal: { AWS: ["arn:aws:iam::1:role/api"] },
                Action: "kms:Decrypt",
                Resource: "arn:aws:kms:eu-west-1:1:key/k",
                Condition: { StringEquals: { "kms:ViaService": "secretsmanager.eu-west-1.amazonaws.com" } },
            },
        ]);
    });

    it("keeps a document secret when a part of it is", async () => {
        const document = policyDocument([{ Effect: "Allow", Action: "a:b", Resource: pulumi.secret("arn") }]);
        assert.equal(await pulumi.isSecret(document), true);
    });
});

describe("podIdentityTrust", () => {
    it("lets the agent assume the role for one service account of one namespace", () => {
        assert.deepEqual(podIdentityTrust("kaireon", "kaireon-api"), {
            Effect: "Allow",
            Principal: { Service: "pods.eks.amazonaws.com" },
            Action: ["sts:AssumeRole", "sts:TagSession"],
            Condition: {
                StringEquals: {
                    "aws:RequestTag/kubernetes-namespace": "kaireon",
                    "aws:RequestTag/kubernetes-service-account": "kaireon-api",
                },
            },
        });
    });

    it("names the account where that is known", () => {
        assert.deepEqual(podIdentityTrust("kaireon", "kaireon-api", "111122223333").Condition?.["StringEquals"], {
            "aws:SourceAccount": "111122223333",
            "aws:RequestTag/kubernetes-namespace": "kaireon",
            "aws:RequestTag/kubernetes-service-account": "kaireon-api",
        });
    });
});
