import type { Rows } from "../resources/row";
import { applicationAutoscaling } from "./application-autoscaling";
import { dynamodb } from "./dynamodb";
import { ec2 } from "./ec2";
import { eks } from "./eks";
import { elasticache } from "./elasticache";
import { eventBridge } from "./eventbridge";
import { iam } from "./iam";
import { keyspaces } from "./keyspaces";
import { kinesis } from "./kinesis";
import { kms } from "./kms";
import { msk } from "./msk";
import { observability } from "./observability";
import { opensearch } from "./opensearch";
import { rds } from "./rds";
import { s3 } from "./s3";
import { secretsManager } from "./secrets-manager";
import { securityGroups } from "./security-groups";
import { sqs } from "./sqs";

/** Every AWS resource type that the stand-in knows. */
export const awsRows: Rows = {
    ...ec2,
    ...securityGroups,
    ...eks,
    ...iam,
    ...kms,
    ...observability,
    ...rds,
    ...elasticache,
    ...opensearch,
    ...msk,
    ...kinesis,
    ...eventBridge,
    ...sqs,
    ...dynamodb,
    ...keyspaces,
    ...applicationAutoscaling,
    ...secretsManager,
    ...s3,
};
