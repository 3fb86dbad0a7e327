/** What holds data that exists nowhere else, or without which such data cannot be read. */
export const STATEFUL: readonly string[] = [
    "aws:backup/vault:Vault",
    "aws:cloudwatch/eventArchive:EventArchive",
    "aws:dynamodb/table:Table",
    "aws:elasticache/replicationGroup:ReplicationGroup",
    "aws:keyspaces/table:Table",
    "aws:kinesis/stream:Stream",
    "aws:msk/cluster:Cluster",
    "aws:opensearch/domain:Domain",
    "aws:rds/cluster:Cluster",
    "aws:secretsmanager/secret:Secret",
];
