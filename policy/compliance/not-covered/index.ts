import type { NotCovered } from "../../not-covered";
import { dynamodbNotCovered } from "./dynamodb";
import { elasticacheNotCovered } from "./elasticache";
import { eventbridgeNotCovered } from "./eventbridge";
import { keyspacesNotCovered } from "./keyspaces";
import { kinesisNotCovered } from "./kinesis";
import { mskNotCovered } from "./msk";
import { opensearchNotCovered } from "./opensearch";
import { platformNotCovered } from "./platform";
import { rdsNotCovered } from "./rds";
import { s3NotCovered } from "./s3";
import { secretsmanagerNotCovered } from "./secretsmanager";

/** One file for each service, as the policies. */
export const complianceNotCovered: readonly NotCovered[] = [
    ...dynamodbNotCovered,
    ...elasticacheNotCovered,
    ...eventbridgeNotCovered,
    ...keyspacesNotCovered,
    ...kinesisNotCovered,
    ...mskNotCovered,
    ...opensearchNotCovered,
    ...platformNotCovered,
    ...rdsNotCovered,
    ...s3NotCovered,
    ...secretsmanagerNotCovered,
];
