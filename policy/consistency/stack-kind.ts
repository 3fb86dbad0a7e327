import type { Stack } from "../graph/stack";
import type { StackResource } from "../graph/stack-resource";

/** What holds data that nothing else in the stack can bring back. */
export const STORES: readonly string[] = [
    "aws:rds/cluster:Cluster",
    "aws:rds/instance:Instance",
    "aws:dynamodb/table:Table",
    "aws:elasticache/replicationGroup:ReplicationGroup",
    "aws:opensearch/domain:Domain",
    "aws:msk/cluster:Cluster",
    "aws:kinesis/stream:Stream",
    "aws:keyspaces/keyspace:Keyspace",
    "aws:keyspaces/table:Table",
    "aws:cloudwatch/eventArchive:EventArchive",
];

/** The properties by which AWS itself refuses a deletion, by type. */
export const DELETION_PROTECTION: Readonly<Record<string, string>> = {
    "aws:rds/cluster:Cluster": "deletionProtection",
    "aws:rds/instance:Instance": "deletionProtection",
    "aws:dynamodb/table:Table": "deletionProtectionEnabled",
};

/** Whether any store of the stack is protected: then the stack is one to keep, and all of them must be. */
export function isProtected(stack: Stack): boolean {
    return stack.ofType(...STORES).some((store) => store.protect) || stack.ofType(...STORES).some(refusesDeletion);
}

/** Whether AWS refuses to delete the store; undefined where AWS has no such setting. @throws CannotTell */
export function refusesDeletion(store: StackResource): boolean | undefined {
    const property = DELETION_PROTECTION[store.type];
    if (property === undefined) return undefined;
    return store.properties.flag(property) === true;
}
