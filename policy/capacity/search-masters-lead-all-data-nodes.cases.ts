import type { PolicyCases } from "../../test/policy/cases";

const DOMAIN = "aws:opensearch/domain:Domain";

export const cases: PolicyCases = {
    violations: [
        {
            when: "there are more data nodes than the masters lead",
            change: (stack) => stack.set(DOMAIN, "search", "clusterConfig.instanceCount", 33),
            at: `${DOMAIN} search`,
            message:
                `search (${DOMAIN}): clusterConfig.instanceCount is 33, but masters of m7g.large.search lead at most 30 data nodes. ` +
                "Take a larger dedicatedMasterType, or fewer and larger data nodes.",
        },
    ],
    absent: [
        {
            when: "the domain has no count of its data nodes",
            change: (stack) => stack.unset(DOMAIN, "search", "clusterConfig.instanceCount"),
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
            when: "the type of the masters is not of the pack's list",
            change: (stack) => stack.set(DOMAIN, "search", "clusterConfig.dedicatedMasterType", "x9.huge.search"),
            unchecked: `search (${DOMAIN}): how many data nodes masters of x9.huge.search lead is not known`,
        },
    ],
};
