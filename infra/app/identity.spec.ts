import * as assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { record } from "../../test/mocks";
import type { TierGrant } from "../data/backend";
import { statementsFor, WorkloadIdentity } from "./identity";
import { TierRoles } from "./tier-roles";
import { callsAws, TIERS } from "./tiers";

const TABLE = "arn:aws:dynamodb:eu-west-1:111122223333:table/interactions";
const DOMAIN = "arn:aws:es:eu-west-1:111122223333:domain/search/*";

const write: TierGrant = {
    tiers: ["api", "worker"],
    statements: [{ Effect: "Allow", Action: ["dynamodb:PutItem", "dynamodb:Query"], Resource: pulumi.output(TABLE) }],
};
const search: TierGrant = {
    tiers: ["api"],
    statements: [{ Effect: "Allow", Action: ["es:ESHttpGet"], Resource: DOMAIN }],
};

describe("statementsFor", () => {
    it("gives a tier the statements of every grant that names it, in order", () => {
        assert.deepEqual(statementsFor("api", [write, search]), [...write.statements, ...search.statements]);
    });

    it("gives a tier nothing that only others are granted", () => {
        assert.deepEqual(statementsFor("worker", [search]), []);
    });
});

describe("callsAws", () => {
    it("leaves out what talks to PostgreSQL or to the API alone", () => {
        assert.deepEqual(
            TIERS.filter((tier) => !callsAws(tier)),
            ["cron", "mlWorker", "mcp"],
        );
    });
});

describe("TierRoles and WorkloadIdentity", () => {
    const build = () =>
        record(() => {
            const roles = new TierRoles("roles", {
                tiers: ["api", "worker", "outboxPublisher"],
                namespace: "kaireon",
                accountId: "111122223333",
            });
            const identity = new WorkloadIdentity("identity", {
                clusterName: "kaireon-cluster",
                namespace: "kaireon",
                roles: roles.roles,
                grants: [write, search],
            });
            return { roles, identity };
        });

    it("make one role per tier before anything else, and permissions and associations apart", async () => {
        const recording = await build();
        assert.deepEqual(recording.children("kaireon:app:TierRoles", "roles"), [
            "aws:iam/role:Role roles-api",
            "aws:iam/role:Role roles-outboxPublisher",
            "aws:iam/role:Role roles-worker",
        ]);
        assert.deepEqual(recording.children("kaireon:app:WorkloadIdentity", "identity"), [
            "aws:eks/podIdentityAssociation:PodIdentityAssociation identity-api",
            "aws:eks/podIdentityAssociation:PodIdentityAssociation identity-outboxPublisher",
            "aws:eks/podIdentityAssociation:PodIdentityAssociation identity-worker",
            "aws:iam/rolePolicy:RolePolicy identity-api-policy",
            "aws:iam/rolePolicy:RolePolicy identity-worker-policy",
        ]);
    });

    it("let a role be assumed for its own service account only", async () => {
        const recording = await build();
        const role = recording.resource("aws:iam/role:Role", "roles-outboxPublisher");
        assert.equal(role.inputs["description"], "Pods of the service account kaireon/kaireon-outbox-publisher");
        assert.deepEqual(recording.json("aws:iam/role:Role", "roles-outboxPublisher", "assumeRolePolicy"), {
            Version: "2012-10-17",
            Statement: [
                {
                    Effect: "Allow",
                    Principal: { Service: "pods.eks.amazonaws.com" },
                    Action: ["sts:AssumeRole", "sts:TagSession"],
                    Condition: {
                        StringEquals: {
                            "aws:SourceAccount": "111122223333",
                            "aws:RequestTag/kubernetes-namespace": "kaireon",
                            "aws:RequestTag/kubernetes-service-account": "kaireon-outbox-publisher",
                        },
                    },
                },
            ],
        });
    });

    it("give a role exactly the grants of its tier", async () => {
        const recording = await build();
        const statementsOf = (name: string) => recording.json("aws:iam/rolePolicy:RolePolicy", name, "policy");
        const writes = { Effect: "Allow", Action: ["dynamodb:PutItem", "dynamodb:Query"], Resource: TABLE };

        assert.deepEqual(statementsOf("identity-api-policy"), {
            Version: "2012-10-17",
            Statement: [writes, { Effect: "Allow", Action: ["es:ESHttpGet"], Resource: DOMAIN }],
        });
        assert.deepEqual(statementsOf("identity-worker-policy"), { Version: "2012-10-17", Statement: [writes] });
        assert.equal(recording.inputs("aws:iam/rolePolicy:RolePolicy", "identity-api-policy")["role"], "roles-api");
    });

    it("associate each role with the service account that the chart makes", async () => {
        const recording = await build();
        assert.deepEqual(
            recording.inputs("aws:eks/podIdentityAssociation:PodIdentityAssociation", "identity-outboxPublisher"),
            {
                clusterName: "kaireon-cluster",
                namespace: "kaireon",
                serviceAccount: "kaireon-outbox-publisher",
                roleArn: "arn:aws:iam:eu-west-1:111122223333:roles-outboxPublisher",
            },
        );
    });

    it("hand the release the associations and the permissions to wait for", async () => {
        const { result } = await build();
        assert.equal(result.identity.ready.length, 5);
        assert.equal(result.roles.arns(["api", "stream"]).length, 1);
    });

    it("refuse a grant to a tier that never has a role, which would be lost in silence", async () => {
        const grants: TierGrant[] = [{ ...write, tiers: ["api", "mlWorker", "cron"] }];
        const identity = () =>
            record(
                () => new WorkloadIdentity("identity", { clusterName: "c", namespace: "kaireon", roles: [], grants }),
            );
        await assert.rejects(identity, {
            message:
                "identity: a store grants permissions to mlWorker, cron; these tiers have no role, so the grant would be lost. " +
                "Add them to AWS_TIERS in infra/app/tiers.ts.",
        });
    });
});
