import assert from "node:assert/strict";
import { resolved } from "../../../test/mocks";
import { policyDocument, type Statement } from "../../iam/policy-document";
import { autoscalerStatements } from "./cluster-autoscaler";
import { readStatements } from "./external-secrets";
import { loadBalancerStatements } from "./load-balancer-statements";

const PLACE = { clusterName: "kaireon-large", region: "eu-west-1", accountId: "111122223333", partition: "aws" };

async function bySid(statements: readonly Statement[]): Promise<Map<string, Statement>> {
    const parsed: { Statement: Statement[] } = JSON.parse(await resolved(policyDocument(statements)));
    return new Map(parsed.Statement.map((statement) => [statement.Sid ?? "", statement]));
}

function actions(statement: Statement | undefined): readonly string[] {
    const { Action = [] } = statement ?? {};
    return typeof Action === "string" ? [Action] : Action;
}

const READS = /^(acm|autoscaling|ec2|eks|elasticloadbalancing|iam|wafv2):(Describe|Get|List)/;

describe("autoscalerStatements", () => {
    it("writes to nothing but the groups of this cluster", async () => {
        const statements = await bySid(autoscalerStatements(PLACE));
        assert.deepEqual([...statements.keys()], ["See", "SeeNodeGroups", "Scale"]);
        assert.deepEqual(statements.get("Scale"), {
            Sid: "Scale",
            Effect: "Allow",
            Action: ["autoscaling:SetDesiredCapacity", "autoscaling:TerminateInstanceInAutoScalingGroup"],
            Resource: "arn:aws:autoscaling:eu-west-1:111122223333:autoScalingGroup:*:autoScalingGroupName/*",
            Condition: { StringEquals: { "aws:ResourceTag/k8s.io/cluster-autoscaler/kaireon-large": "owned" } },
        });
        assert.deepEqual(
            actions(statements.get("See")).filter((action) => !READS.test(action)),
            [],
        );
    });
});

describe("readStatements", () => {
    it("reads the given secrets and decrypts for Secrets Manager alone", () => {
        const secretArns = ["arn:aws:secretsmanager:eu-west-1:111122223333:secret:app"];
        const kmsKeyArns = ["arn:aws:kms:eu-west-1:111122223333:key/app"];
        assert.deepEqual(readStatements(PLACE, { secretArns, kmsKeyArns }), [
            {
                Sid: "Read",
                Effect: "Allow",
                Action: ["secretsmanager:DescribeSecret", "secretsmanager:GetSecretValue"],
                Resource: secretArns,
            },
            {
                Sid: "Decrypt",
                Effect: "Allow",
                Action: "kms:Decrypt",
                Resource: kmsKeyArns,
                Condition: { StringEquals: { "kms:ViaService": "secretsmanager.eu-west-1.amazonaws.com" } },
            },
        ]);
    });

    it("allows nothing when there is nothing to read", () => {
        assert.deepEqual(readStatements(PLACE, { secretArns: [], kmsKeyArns: [] }), []);
    });
});

describe("loadBalancerStatements", () => {
    const statements = () => bySid(loadBalancerStatements(PLACE, "vpc-1"));

    it("has one statement for each of these purposes", async () => {
        assert.deepEqual(
            [...(await statements()).keys()],
            [
                "ServiceLinkedRole",
                "See",
                "WebAcl",
                "CreateGroups",
                "TagNewGroups",
                "ManageOwnGroups",
                "TagOwnGroups",
                "AdmitToNodes",
                "Create",
                "TagNew",
                "ManageOwn",
                "TagOwn",
                "CreateListeners",
                "ManageListeners",
            ],
        );
    });

    it("only reads where every resource is meant", async () => {
        const everywhere = [...(await statements()).values()].filter(({ Resource }) => Resource === "*");
        const writes = everywhere.flatMap(actions).filter((action) => !READS.test(action));
        assert.deepEqual(writes, [
            "iam:CreateServiceLinkedRole",
            "elasticloadbalancing:SetWebAcl",
            "wafv2:AssociateWebACL",
            "wafv2:DisassociateWebACL",
        ]);
    });

    it("creates and changes load balancers and groups under this cluster's tag", async () => {
        const found = await statements();
        for (const sid of ["ManageOwnGroups", "TagOwnGroups", "ManageOwn", "TagOwn"]) {
            assert.deepEqual(
                found.get(sid)?.Condition?.["StringEquals"],
                { "aws:ResourceTag/elbv2.k8s.aws/cluster": "kaireon-large" },
                sid,
            );
        }
        assert.deepEqual(found.get("Create")?.Condition, {
            StringEquals: { "aws:RequestTag/elbv2.k8s.aws/cluster": "kaireon-large" },
        });
    });

    it("opens the nodes' group of this cluster and no other", async () => {
        assert.deepEqual((await statements()).get("AdmitToNodes"), {
            Sid: "AdmitToNodes",
            Effect: "Allow",
            Action: ["ec2:AuthorizeSecurityGroupIngress", "ec2:RevokeSecurityGroupIngress"],
            Resource: "arn:aws:ec2:eu-west-1:111122223333:security-group/*",
            Condition: { StringEquals: { "aws:ResourceTag/kubernetes.io/cluster/kaireon-large": "owned" } },
        });
    });

    it("makes groups in the stack's VPC", async () => {
        assert.deepEqual((await statements()).get("CreateGroups")?.Resource, [
            "arn:aws:ec2:eu-west-1:111122223333:security-group/*",
            "arn:aws:ec2:eu-west-1:*:vpc/vpc-1",
        ]);
    });

    it("fits an inline policy of a role", async () => {
        const text = await resolved(policyDocument(loadBalancerStatements(PLACE, "vpc-0123456789abcdef0")));
        assert.ok(text.length <= 10_240, `${text.length} characters; IAM allows 10,240`);
    });
});
