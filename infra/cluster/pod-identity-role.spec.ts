import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { record } from "../../test/mocks";
import { PodIdentityRole } from "./pod-identity-role";

const POD = { clusterName: "kaireon-large", namespace: "keda", serviceAccount: "keda-operator" };
const ARGS = { ...POD, accountId: "111122223333" };

describe("PodIdentityRole", () => {
    it("makes a role and an association, and no policy when there is nothing to allow", async () => {
        const recording = await record(() => new PodIdentityRole("keda", { ...ARGS, statements: [] }));
        assert.deepEqual(recording.children("kaireon:cluster:PodIdentityRole", "keda"), [
            "aws:eks/podIdentityAssociation:PodIdentityAssociation keda-association",
            "aws:iam/role:Role keda",
        ]);
        assert.deepEqual(
            recording.inputs("aws:eks/podIdentityAssociation:PodIdentityAssociation", "keda-association"),
            { ...POD, roleArn: "arn:aws:iam:eu-west-1:111122223333:keda" },
        );
    });

    it("trusts the agent for that service account alone", async () => {
        const recording = await record(() => new PodIdentityRole("keda", ARGS));
        assert.deepEqual(recording.json("aws:iam/role:Role", "keda", "assumeRolePolicy"), {
            Version: "2012-10-17",
            Statement: [
                {
                    Effect: "Allow",
                    Principal: { Service: "pods.eks.amazonaws.com" },
                    Action: ["sts:AssumeRole", "sts:TagSession"],
                    Condition: {
                        StringEquals: {
                            "aws:SourceAccount": "111122223333",
                            "aws:RequestTag/kubernetes-namespace": "keda",
                            "aws:RequestTag/kubernetes-service-account": "keda-operator",
                        },
                    },
                },
            ],
        });
    });

    it("writes statements with Outputs into one inline policy", async () => {
        const queueArn = pulumi.output("arn:aws:sqs:eu-west-1:111122223333:jobs");
        const recording = await record(
            () =>
                new PodIdentityRole("keda", {
                    ...ARGS,
                    statements: [{ Effect: "Allow", Action: "sqs:GetQueueAttributes", Resource: queueArn }],
                }),
        );
        assert.deepEqual(recording.json("aws:iam/rolePolicy:RolePolicy", "keda-policy", "policy"), {
            Version: "2012-10-17",
            Statement: [
                {
                    Effect: "Allow",
                    Action: "sqs:GetQueueAttributes",
                    Resource: "arn:aws:sqs:eu-west-1:111122223333:jobs",
                },
            ],
        });
    });

    it("hands out credentials only after every policy is in place", async () => {
        const recording = await record(
            () =>
                new PodIdentityRole("ebs", {
                    ...ARGS,
                    managedPolicyArns: { csi: "arn:aws:iam::aws:policy/AmazonEBSCSIDriverPolicyV2" },
                    statements: [{ Effect: "Allow", Action: "ec2:DescribeVolumes", Resource: "*" }],
                }),
        );
        const association = "aws:eks/podIdentityAssociation:PodIdentityAssociation";
        assert.deepEqual(recording.resource(association, "ebs-association").waitsFor, ["ebs", "ebs-csi", "ebs-policy"]);
    });
});
