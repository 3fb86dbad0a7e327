import { leadsToInternet, ROUTE_TABLE } from "../../graph/routes";
import { stackPolicy } from "../../policy";

const ENDPOINT = "aws:ec2/vpcEndpoint:VpcEndpoint";

export const ec2VpcRequireGatewayEndpoints = stackPolicy({
    id: "ec2-vpc-require-gateway-endpoints",
    title: "S3 and DynamoDB are reached inside AWS's network from every private subnet",
    why: "Image layers and every read and write of the interaction store would go through NAT gateways and be billed by the byte.",
    fix: "Make a Gateway endpoint for the service with all private route tables in routeTableIds",
    severity: "medium",
    controls: ["X-VPC-GATEWAYS", "CIS-AWS-7.0.0/6.8"],
    links: ["https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html"],
    types: ["aws:ec2/vpc:Vpc"],
    check: (stack, report) =>
        report.each(stack.ofType("aws:ec2/vpc:Vpc"), (vpc) => {
            const services = ["s3", ...(stack.ofType("aws:dynamodb/table:Table").length > 0 ? ["dynamodb"] : [])];
            const endpoints = stack
                .referringTo(vpc, ENDPOINT, "vpcId")
                .filter(({ properties }) => (properties.text("vpcEndpointType") ?? "Gateway") === "Gateway");
            const tables = stack
                .referringTo(vpc, ROUTE_TABLE, "vpcId")
                .filter((table) => !leadsToInternet(table, stack));
            report.each(services, (service) => {
                const endpoint = endpoints.find(({ properties }) =>
                    (properties.text("serviceName") ?? "").endsWith(`.${service}`),
                );
                if (endpoint === undefined)
                    return report.violation(
                        `${vpc.label}: there is no Gateway endpoint for ${service}. Make a VpcEndpoint for it with the private route tables.`,
                        vpc,
                    );
                const attached = endpoint.references("routeTableIds", ROUTE_TABLE, tables);
                const missing = tables.filter((table) => !attached.includes(table)).map(({ name }) => name);
                if (missing.length > 0)
                    report.violation(
                        `${endpoint.label}: routeTableIds lacks ${missing.sort().join(", ")}. Add the private route tables.`,
                        endpoint,
                    );
            });
        }),
});
