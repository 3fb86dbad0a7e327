import type { Policy } from "../policy";
import { backupControls } from "./backup";
import { backupSelectionsCoverStores } from "./backup/backup-selections-cover-stores";
import { dataStoresDisallowPublicSubnets } from "./data-stores/data-stores-disallow-public-subnets";
import { dynamodbControls } from "./dynamodb";
import { dynamodbResourcePolicyDisallowOtherAccounts } from "./dynamodb/dynamodb-resource-policy-disallow-other-accounts";
import { dynamodbTableRequireScaling } from "./dynamodb/dynamodb-table-require-scaling";
import { ecrControls } from "./ecr";
import { ecrRepositoryDisallowPublicPolicy } from "./ecr/ecr-repository-disallow-public-policy";
import { ecrRepositoryRequireLifecycle } from "./ecr/ecr-repository-require-lifecycle";
import { elasticacheControls } from "./elasticache";
import { elasticacheReplicationGroupRequireAuthentication } from "./elasticache/elasticache-replication-group-require-authentication";
import { eventbridgeControls } from "./eventbridge";
import { eventbridgeBusDisallowPublicPolicy } from "./eventbridge/eventbridge-bus-disallow-public-policy";
import { eventbridgeBusRequireArchive } from "./eventbridge/eventbridge-bus-require-archive";
import { eventbridgeBusRequirePolicy } from "./eventbridge/eventbridge-bus-require-policy";
import { keyspacesControls } from "./keyspaces";
import { keyspacesTableRequireEndpoint } from "./keyspaces/keyspaces-table-require-endpoint";
import { keyspacesTableRequireScaling } from "./keyspaces/keyspaces-table-require-scaling";
import { kinesisControls } from "./kinesis";
import { kinesisStreamRequireCapacity } from "./kinesis/kinesis-stream-require-capacity";
import { kmsControls } from "./kms";
import { iamPolicyDisallowDecryptOnAllKeys } from "./kms/iam-policy-disallow-decrypt-on-all-keys";
import { kmsKeyAdmitServices } from "./kms/kms-key-admit-services";
import { kmsKeyDisallowPublicPolicy } from "./kms/kms-key-disallow-public-policy";
import { kmsKeyRequirePolicy } from "./kms/kms-key-require-policy";
import { kmsKeyRequireProtection } from "./kms/kms-key-require-protection";
import { mskControls } from "./msk";
import { mskClusterRequireAuthentication } from "./msk/msk-cluster-require-authentication";
import { mskClusterRequireBrokerLogs } from "./msk/msk-cluster-require-broker-logs";
import { mskClusterRequireZoneRedundancy } from "./msk/msk-cluster-require-zone-redundancy";
import { opensearchControls } from "./opensearch";
import { opensearchDomainDisallowPublicPolicy } from "./opensearch/opensearch-domain-disallow-public-policy";
import { platformPolicies } from "./platform";
import { rdsControls } from "./rds";
import { rdsClusterDisallowPlainPassword } from "./rds/rds-cluster-disallow-plain-password";
import { rdsClusterInstanceMatchVersionOwner } from "./rds/rds-cluster-instance-match-version-owner";
import { rdsClusterRequireFailoverTarget } from "./rds/rds-cluster-require-failover-target";
import { rdsClusterRequireFinalSnapshot } from "./rds/rds-cluster-require-final-snapshot";
import { rdsClusterRequireMultiAz } from "./rds/rds-cluster-require-multi-az";
import { rdsClusterRequireQueryLog } from "./rds/rds-cluster-require-query-log";
import { rdsClusterRequireTls } from "./rds/rds-cluster-require-tls";
import { s3Controls } from "./s3";
import { s3BucketDisallowAcl } from "./s3/s3-bucket-disallow-acl";
import { s3BucketDisallowPublicPolicy } from "./s3/s3-bucket-disallow-public-policy";
import { s3BucketPolicyLimitAdministration } from "./s3/s3-bucket-policy-limit-administration";
import { s3BucketRequireAccessLog } from "./s3/s3-bucket-require-access-log";
import { s3BucketRequireKms } from "./s3/s3-bucket-require-kms";
import { s3BucketRequireLifecycle } from "./s3/s3-bucket-require-lifecycle";
import { s3BucketRequirePublicAccessBlock } from "./s3/s3-bucket-require-public-access-block";
import { s3BucketRequireTls } from "./s3/s3-bucket-require-tls";
import { s3BucketRequireVersioning } from "./s3/s3-bucket-require-versioning";
import { s3LogBucketMatchLoadBalancer } from "./s3/s3-log-bucket-match-load-balancer";
import { secretsmanagerControls } from "./secretsmanager";
import { secretsmanagerRotationLimitInterval } from "./secretsmanager/secretsmanager-rotation-limit-interval";
import { secretsmanagerSecretDisallowPublicPolicy } from "./secretsmanager/secretsmanager-secret-disallow-public-policy";
import { secretsmanagerSecretDisallowUnused } from "./secretsmanager/secretsmanager-secret-disallow-unused";
import { snsSqsControls } from "./sns-sqs";
import { snsTopicDisallowPublicPolicy } from "./sns-sqs/sns-topic-disallow-public-policy";
import { sqsQueueDisallowPublicPolicy } from "./sns-sqs/sqs-queue-disallow-public-policy";

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
    ...platformPolicies,
    ...rdsControls,
    ...s3Controls,
    ...secretsmanagerControls,
    ...snsSqsControls,
    backupSelectionsCoverStores,
    dataStoresDisallowPublicSubnets,
    dynamodbResourcePolicyDisallowOtherAccounts,
    dynamodbTableRequireScaling,
    ecrRepositoryDisallowPublicPolicy,
    ecrRepositoryRequireLifecycle,
    elasticacheReplicationGroupRequireAuthentication,
    eventbridgeBusDisallowPublicPolicy,
    eventbridgeBusRequireArchive,
    eventbridgeBusRequirePolicy,
    iamPolicyDisallowDecryptOnAllKeys,
    keyspacesTableRequireEndpoint,
    keyspacesTableRequireScaling,
    kinesisStreamRequireCapacity,
    kmsKeyAdmitServices,
    kmsKeyDisallowPublicPolicy,
    kmsKeyRequirePolicy,
    kmsKeyRequireProtection,
    mskClusterRequireAuthentication,
    mskClusterRequireBrokerLogs,
    mskClusterRequireZoneRedundancy,
    opensearchDomainDisallowPublicPolicy,
    rdsClusterDisallowPlainPassword,
    rdsClusterInstanceMatchVersionOwner,
    rdsClusterRequireFailoverTarget,
    rdsClusterRequireFinalSnapshot,
    rdsClusterRequireMultiAz,
    rdsClusterRequireQueryLog,
    rdsClusterRequireTls,
    s3BucketDisallowAcl,
    s3BucketDisallowPublicPolicy,
    s3BucketPolicyLimitAdministration,
    s3BucketRequireAccessLog,
    s3BucketRequireKms,
    s3BucketRequireLifecycle,
    s3BucketRequirePublicAccessBlock,
    s3BucketRequireTls,
    s3BucketRequireVersioning,
    s3LogBucketMatchLoadBalancer,
    secretsmanagerRotationLimitInterval,
    secretsmanagerSecretDisallowPublicPolicy,
    secretsmanagerSecretDisallowUnused,
    snsTopicDisallowPublicPolicy,
    sqsQueueDisallowPublicPolicy,
];
