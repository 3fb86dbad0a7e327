import type { Stack } from "../graph/stack";
import type { StackResource } from "../graph/stack-resource";
import { subnetsOf } from "../graph/zones";

/** Where a store says its subnets, or names the group that does. */
const GROUPS: Readonly<Record<string, readonly [property: string, groupType: string]>> = {
    "aws:rds/cluster:Cluster": ["dbSubnetGroupName", "aws:rds/subnetGroup:SubnetGroup"],
    "aws:rds/instance:Instance": ["dbSubnetGroupName", "aws:rds/subnetGroup:SubnetGroup"],
    "aws:elasticache/replicationGroup:ReplicationGroup": ["subnetGroupName", "aws:elasticache/subnetGroup:SubnetGroup"],
    "aws:memorydb/cluster:Cluster": ["subnetGroupName", "aws:memorydb/subnetGroup:SubnetGroup"],
};

const OWN: Readonly<Record<string, string>> = {
    "aws:elasticache/serverlessCache:ServerlessCache": "subnetIds",
    "aws:opensearch/domain:Domain": "vpcOptions",
    "aws:msk/cluster:Cluster": "brokerNodeGroupInfo",
    "aws:msk/serverlessCluster:ServerlessCluster": "vpcConfigs",
    "aws:ec2/vpcEndpoint:VpcEndpoint": "subnetIds",
};

/** The subnets of this stack that a store lies in. */
export function subnetsOfStore(store: StackResource, stack: Stack): readonly StackResource[] {
    const own = OWN[store.type];
    if (own !== undefined) return subnetsOf(store, own, stack);
    const [property, groupType] = GROUPS[store.type] ?? [];
    if (property === undefined || groupType === undefined) return [];
    return store
        .references(property, groupType, stack.ofType(groupType))
        .flatMap((group) => subnetsOf(group, "subnetIds", stack));
}
