import type { PolicyCases } from "../../test/policy/cases";

const DOMAIN = "aws:opensearch/domain:Domain";

export const cases: PolicyCases = {
    violations: [
        {
            when: "the data nodes have little memory",
            change: (stack) => stack.set(DOMAIN, "search", "clusterConfig.instanceType", "c7g.large.search"),
            at: `${DOMAIN} search`,
            message:
                `search (${DOMAIN}): 2 of 3 data nodes of c7g.large.search are left when a zone is lost and carry 100 shards (50 each), ` +
                "but the indices have 150. Take a larger clusterConfig.instanceType, or more data nodes.",
        },
    ],
    absent: [
        {
            when: "the domain is not of this stack",
            change: (stack) => stack.remove("aws:opensearch/domainPolicy:DomainPolicy").remove(DOMAIN),
            passes: true,
        },
    ],
    unknown: [
        {
            when: "the number of data nodes is not known",
            change: (stack) => stack.setUnknown(DOMAIN, "search", "clusterConfig.instanceCount"),
            unchecked: `search (${DOMAIN}): clusterConfig.instanceCount is not known before the update`,
        },
        {
            when: "the type is not of the pack's list",
            change: (stack) => stack.set(DOMAIN, "search", "clusterConfig.instanceType", "x9.huge.search"),
            unchecked: `search (${DOMAIN}): how much memory a node of x9.huge.search has is not known`,
        },
    ],
    passes: [
        {
            when: "the data nodes are larger",
            change: (stack) => stack.set(DOMAIN, "search", "clusterConfig.instanceType", "m7g.xlarge.search"),
        },
    ],
};
