import { statementsOf } from "../../graph/iam-document";
import { resourcePolicy } from "../../policy";
import { isPublic } from "../public-access";

export const ec2EndpointLimitPrincipals = resourcePolicy({
    id: "ec2-endpoint-limit-principals",
    title: "Endpoints admit this account's principals only",
    why: "A pod that was taken over could send data through the endpoint with keys of another account, past every rule about the internet.",
    fix: "Give the endpoint a policy with a condition on aws:PrincipalAccount or aws:PrincipalOrgID",
    severity: "high",
    controls: ["vpc_endpoint_connections_trust_boundaries"],
    links: ["https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html"],
    settings: {
        openServices: {
            description:
                "Services whose endpoints stay open: image layers come by links into AWS's own buckets in S3, and eks-auth documents no endpoint policies",
            default: ["s3", "eks-auth"],
        },
    },
    types: ["aws:ec2/vpcEndpoint:VpcEndpoint"],
    check: ({ label, properties, urn }, report, { openServices }) => {
        const service = properties.text("serviceName") ?? "";
        if (openServices.some((open) => service.endsWith(`.${open}`))) return;
        const policy = properties.at("policy");
        if (!policy.exists)
            return report.violation(
                `${label}: policy is not set, which admits anybody's credentials. Limit it to aws:PrincipalAccount.`,
                { urn },
            );
        statementsOf(policy).forEach((statement, index) => {
            // A web identity is exchanged before there is a principal.
            const isExchange = statement.actions.every((action) => action === "sts:AssumeRoleWithWebIdentity");
            if (isPublic(statement) && !isExchange)
                report.violation(
                    `${label}: policy admits everybody in statement ${index + 1}. Add a condition on aws:PrincipalAccount.`,
                    { urn },
                );
        });
    },
});
