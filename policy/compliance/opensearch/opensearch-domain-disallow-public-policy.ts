import { disallowPublicAccess } from "../public-access";

export const opensearchDomainDisallowPublicPolicy = disallowPublicAccess({
    id: "opensearch-domain-disallow-public-policy",
    title: "No search domain answers everybody",
    why: "Whoever reaches the domain without a signature would be let through its door.",
    fix: "Name the roles that may call the domain",
    severity: "high",
    controls: ["AwsSolutions-OS5"],
    links: ["https://docs.aws.amazon.com/opensearch-service/latest/developerguide/ac.html"],
    documents: {
        "aws:opensearch/domain:Domain": "accessPolicies",
        "aws:opensearch/domainPolicy:DomainPolicy": "accessPolicies",
    },
});
