import { grantsOf, statementsOf } from "../graph/iam-document";
import type { Stack } from "../graph/stack";
import type { StackResource } from "../graph/stack-resource";
import { zonesOf } from "../graph/zones";
import { releasePolicy } from "../policy";
import { rolesOf } from "./pod-roles";
import { keyspaces } from "./store-ports";
import { groupsFor } from "./tier-placement";

const NEEDED = ["ec2:DescribeNetworkInterfaces", "ec2:DescribeVpcEndpoints"];

export const keyspacesClientsSeeTheEndpoint = releasePolicy({
    id: "keyspaces-clients-see-the-endpoint",
    title: "With an endpoint for Keyspaces, the pods' role may look its addresses up, and it is in every zone of the nodes",
    why: "Without the permission system.peers lists too few hosts: the driver opens few connections, and throughput stays far below the table's.",
    fix: "Allow ec2:DescribeNetworkInterfaces and ec2:DescribeVpcEndpoints to the role, and give the endpoint a subnet per zone",
    severity: "medium",
    pitfalls: ["P-NET-06"],
    links: ["https://docs.aws.amazon.com/keyspaces/latest/devguide/vpc-endpoints.html"],
    check: (release, stack, report) => {
        const endpoint = keyspaces(release, stack);
        if (endpoint === undefined) return;
        const { store, tiers } = endpoint;
        const callers = release.tiers.filter((tier) => tier.enabled && tiers.includes(tier.name));
        report.each(callers, (tier) => {
            for (const role of rolesOf(release, tier, stack)) {
                const missing = NEEDED.filter((action) => !allows(role, action, stack));
                if (missing.length > 0)
                    report.violation(
                        `${role.label}: it may not ${missing.join(" and ")}, but ${tier.values.path} connects to Keyspaces through ${store.label}. Allow it.`,
                        role,
                    );
            }
        });
        const zones = zonesOf(store, "subnetIds", stack);
        const nodes = callers
            .flatMap((tier) => groupsFor(tier, stack))
            .flatMap((group) => zonesOf(group, "subnetIds", stack));
        const without = [...new Set(nodes)].filter((zone) => !zones.includes(zone)).sort();
        if (without.length === 0) return;
        report.violation(
            `${store.label}: its subnets are in ${zones.join(", ") || "no zone"}, but nodes of ${release.label} are in ${without.join(", ")} too. Add a subnet there.`,
            store,
        );
    },
});

function allows(role: StackResource, action: string, stack: Stack): boolean {
    return grantsOf(role, stack)
        .flatMap(({ document }) => statementsOf(document))
        .some((statement) => statement.allows && statement.covers(action));
}
