import type { Rows } from "../resources/row";
import { dynamodb } from "./dynamodb";
import { ec2 } from "./ec2";
import { eks } from "./eks";
import { elasticache } from "./elasticache";
import { iam } from "./iam";
import { kms } from "./kms";
import { msk } from "./msk";
import { observability } from "./observability";
import { opensearch } from "./opensearch";
import { rds } from "./rds";
import { s3 } from "./s3";
import { secretsManager } from "./secrets-manager";
import { securityGroups } from "./security-groups";

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
    ...dynamodb,
    ...secretsManager,
    ...s3,
};
