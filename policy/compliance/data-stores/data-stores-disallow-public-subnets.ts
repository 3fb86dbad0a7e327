import { publicSubnets } from "../../graph/public-subnets";
import { subnetsOf } from "../../graph/zones";
import { stackPolicy } from "../../policy";

/** The property that names the subnets, by type. */
const SUBNETS: Readonly<Record<string, string>> = {
    "aws:rds/subnetGroup:SubnetGroup": "subnetIds",
    "aws:elasticache/subnetGroup:SubnetGroup": "subnetIds",
    "aws:msk/cluster:Cluster": "brokerNodeGroupInfo",
    "aws:opensearch/domain:Domain": "vpcOptions",
};

export const dataStoresDisallowPublicSubnets = stackPolicy({
    id: "data-stores-disallow-public-subnets",
    title: "No store is in a subnet that routes to the internet",
    why: "One public address or one wide security group would then be enough to reach it from outside.",
    fix: "Put the store into subnets whose route table has no route to an internet gateway",
    severity: "high",
    controls: ["RDS.46", "elasticache_cluster_uses_public_subnet"],
    links: ["https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html#rds-46"],
    types: Object.keys(SUBNETS),
    check: (stack, report) => {
        const open = publicSubnets(stack);
        for (const store of stack.ofType(...Object.keys(SUBNETS))) {
            const property = SUBNETS[store.type] ?? "";
            const names = subnetsOf(store, property, stack)
                .filter((subnet) => open.has(subnet))
                .map(({ name }) => name)
                .sort();
            if (names.length === 0) continue;
            report.violation(
                `${store.label}: ${property} has ${names.join(", ")}, which a route leads from to the internet gateway. Name private subnets.`,
                store,
            );
        }
    },
});
