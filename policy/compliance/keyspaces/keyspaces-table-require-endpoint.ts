import { groupsOf, ingressRules } from "../../graph/security-groups";
import type { Stack } from "../../graph/stack";
import type { StackResource } from "../../graph/stack-resource";
import { stackPolicy } from "../../policy";

const TABLE = "aws:keyspaces/table:Table";
const ENDPOINT = "aws:ec2/vpcEndpoint:VpcEndpoint";

/** Keyspaces speaks Cassandra's protocol over TLS on this port alone. */
const PORT = 9142;

export const keyspacesTableRequireEndpoint = stackPolicy({
    id: "keyspaces-table-require-endpoint",
    title: "Keyspaces is reached through an endpoint in the VPC",
    why: "Every read and write would go through the NAT gateways: paid for by the byte, slower, and out of the network.",
    fix: "Make an Interface endpoint for com.amazonaws.<region>.cassandra whose security group admits the pods on 9142",
    severity: "medium",
    controls: ["X-KEYSPACES-VPCE"],
    links: ["https://docs.aws.amazon.com/keyspaces/latest/devguide/vpc-endpoints.html"],
    types: [TABLE],
    check: (stack, report) => {
        const endpoints = stack.ofType(ENDPOINT).filter(isForKeyspaces);
        if (endpoints.some((endpoint) => admits(endpoint, stack))) return;
        const [endpoint] = endpoints;
        for (const table of stack.ofType(TABLE))
            report.violation(
                endpoint === undefined
                    ? `${table.label}: the stack has no Interface endpoint for Keyspaces. Make one whose serviceName ends in .cassandra.`
                    : `${table.label}: no security group of its endpoint ${endpoint.name} admits anybody on ${PORT}. Add a rule for the nodes.`,
                table,
            );
    },
});

function isForKeyspaces({ properties }: StackResource): boolean {
    return (
        properties.text("vpcEndpointType") === "Interface" &&
        /\.cassandra(-fips)?$/.test(properties.text("serviceName") ?? "")
    );
}

function admits(endpoint: StackResource, stack: Stack): boolean {
    return groupsOf(endpoint, "securityGroupIds", stack)
        .flatMap((group) => ingressRules(group, stack))
        .some((rule) => rule.sources.length > 0 && rule.allows(PORT));
}
