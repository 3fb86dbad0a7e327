import type { NotCovered } from "../../not-covered";
import { TAGS } from "./tags";

export const iamNotCovered: readonly NotCovered[] = [
    { id: "IAM.24", why: TAGS },
    {
        id: "CIS-AWS-7.0.0/2.21",
        why: "Checked type by type, under the control of each service: kms-key-, s3-bucket-, sns-topic-, sqs-queue-, secretsmanager-secret-, eventbridge-bus-, opensearch-domain- and ecr-repository-disallow-public-policy; roles by iam-role-limit-trust and endpoints by ec2-endpoint-limit-principals.",
    },
    {
        id: "iam_role_cross_service_confused_deputy_prevention",
        why: "By half: iam-role-require-source-account lets ec2.amazonaws.com off, which hands a role to its own instances and sends no source, and eks.amazonaws.com, whose trust is fixed in @pulumi/eks.",
    },
];
