import type { Policy } from "../policy";
import { backupControls } from "./backup";
import { dynamodbControls } from "./dynamodb";
import { ecrControls } from "./ecr";
import { elasticacheControls } from "./elasticache";
import { eventbridgeControls } from "./eventbridge";
import { keyspacesControls } from "./keyspaces";
import { kinesisControls } from "./kinesis";
import { kmsControls } from "./kms";
import { mskControls } from "./msk";
import { opensearchControls } from "./opensearch";
import { platformPolicies } from "./platform";
import { rdsControls } from "./rds";
import { rdsClusterRequireFinalSnapshot } from "./rds/rds-cluster-require-final-snapshot";
import { s3Controls } from "./s3";
import { secretsmanagerControls } from "./secretsmanager";
import { snsSqsControls } from "./sns-sqs";

/** Published controls: tables of rows by service, and rules with logic in a file of their own. */
export const compliancePolicies: readonly Policy[] = [
    ...backupControls,
    ...dynamodbControls,
    ...ecrControls,
    ...elasticacheControls,
    ...eventbridgeControls,
    ...keyspacesControls,
    ...kinesisControls,
    ...kmsControls,
    ...mskControls,
    ...opensearchControls,
    ...s3Controls,
    ...secretsmanagerControls,
    ...snsSqsControls,
    ...rdsControls,
    rdsClusterRequireFinalSnapshot,
    ...platformPolicies,
];
