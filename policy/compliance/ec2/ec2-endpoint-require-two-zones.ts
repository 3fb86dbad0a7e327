import { zonesOf } from "../../graph/zones";
import { stackPolicy } from "../../policy";

const ENDPOINT = "aws:ec2/vpcEndpoint:VpcEndpoint";

export const ec2EndpointRequireTwoZones = stackPolicy({
    id: "ec2-endpoint-require-two-zones",
    title: "Interface endpoints are in two zones at least",
    why: "With the zone the service is gone for all: its name leads to the endpoint and nowhere else.",
    fix: "Give the endpoint a subnet in each zone",
    severity: "medium",
    controls: ["vpc_endpoint_multi_az_enabled"],
    links: ["https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html"],
    types: [ENDPOINT],
    check: (stack, report) =>
        report.each(stack.ofType(ENDPOINT), (endpoint) => {
            if (endpoint.properties.text("vpcEndpointType") !== "Interface") return;
            const zones = zonesOf(endpoint, "subnetIds", stack);
            if (zones.length < 2)
                report.violation(
                    `${endpoint.label}: subnetIds lie in ${zones.join(", ") || "no zone"}; they must lie in two zones at least. Add a subnet in each zone.`,
                    endpoint,
                );
        }),
});
