import type { Stack } from "../graph/stack";
import { zonesOf } from "../graph/zones";
import { stackPolicy } from "../policy";
import { NODE_GROUP } from "./node-groups";

/** What has its subnets where, by type. */
const SUBNETS: Readonly<Record<string, string>> = {
    "aws:rds/subnetGroup:SubnetGroup": "subnetIds",
    "aws:elasticache/subnetGroup:SubnetGroup": "subnetIds",
    "aws:opensearch/domain:Domain": "vpcOptions",
    "aws:msk/cluster:Cluster": "brokerNodeGroupInfo",
};

export const storesShareTheNodesZones = stackPolicy({
    id: "stores-share-the-nodes-zones",
    title: "Every store has subnets in all zones that the nodes are in",
    why: "Otherwise pods of the zone left out reach every store across zones, which costs and is slower, and the loss of one zone hits pods and stores at different times.",
    fix: "Give each store a subnet in every zone of the node groups",
    severity: "medium",
    pitfalls: ["P-AZ-04"],
    links: [
        "https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/rel_fault_isolation_multiaz_region_system.html",
    ],
    types: [NODE_GROUP],
    check: (stack, report) => {
        const wanted = zonesOfNodes(stack);
        for (const [type, property] of Object.entries(SUBNETS)) {
            report.each(stack.ofType(type), (store) => {
                if (!store.gives(property)) return;
                const zones = zonesOf(store, property, stack);
                const missing = wanted.filter((zone) => !zones.includes(zone));
                if (missing.length === 0) return;
                report.violation(
                    `${store.label}: ${property} is in ${zones.join(", ")}, but nodes are in ${wanted.join(", ")} too. Add a subnet in ${missing.join(", ")}.`,
                    store,
                );
            });
        }
    },
});

function zonesOfNodes(stack: Stack): readonly string[] {
    return [...new Set(stack.ofType(NODE_GROUP).flatMap((group) => zonesOf(group, "subnetIds", stack)))].sort();
}
