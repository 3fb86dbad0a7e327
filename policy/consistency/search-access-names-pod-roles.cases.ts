import type { PolicyCases } from "../../test/policy/cases";

const DOMAIN = "aws:opensearch/domain:Domain";
const DOMAIN_POLICY = "aws:opensearch/domainPolicy:DomainPolicy";
const MAPPING = "kubernetes:batch/v1:Job";

export const cases: PolicyCases = {
    violations: [
        {
            when: "the access policy leaves a role out",
            change: (stack) =>
                stack.setSources(DOMAIN_POLICY, "search-policy", "accessPolicies", [
                    "search-admin",
                    "tier-roles-api",
                    "search",
                ]),
            at: "aws:opensearch/domain:Domain search",
            message:
                "search (aws:opensearch/domain:Domain): pods of kaireon (kubernetes:helm.sh/v3:Release) search with tier-roles-worker (aws:iam/role:Role), but the access policy of search-policy does not name it. Add it.",
        },
        {
            when: "nothing maps the roles",
            change: (stack) => stack.setValue("worker.enabled", false).remove(MAPPING, "search-access-job"),
            at: "aws:opensearch/domain:Domain search",
            message:
                "search (aws:opensearch/domain:Domain): pods of kaireon (kubernetes:helm.sh/v3:Release) search with tier-roles-api (aws:iam/role:Role), but fine-grained access control is on and nothing maps the role: neither masterUserOptions.masterUserArn nor a resource that knows both. Map it.",
            also: { "node-groups-match-tiers": "with one caller of the domain less, the worker's nodes are unused" },
        },
    ],
    absent: [
        {
            when: "the domain has no access policy",
            change: (stack) => stack.setValue("worker.enabled", false).remove(DOMAIN_POLICY, "search-policy"),
            at: "aws:opensearch/domain:Domain search",
            message:
                "search (aws:opensearch/domain:Domain): pods of kaireon (kubernetes:helm.sh/v3:Release) search with tier-roles-api (aws:iam/role:Role), but the domain has no access policy. Name the role in one.",
            also: { "node-groups-match-tiers": "with one caller of the domain less, the worker's nodes are unused" },
        },
        {
            when: "fine-grained access control is off",
            passes: true,
            change: (stack) =>
                stack.unset(DOMAIN, "search", "advancedSecurityOptions").remove(MAPPING, "search-access-job"),
        },
    ],
    unknown: [
        {
            when: "the search is not known",
            change: (stack) => stack.setValueUnknown("config.SEARCH_INDEX"),
            unchecked:
                "kaireon (kubernetes:helm.sh/v3:Release): values.config.SEARCH_INDEX is not known before the update",
        },
    ],
    passes: [
        {
            when: "pods search with a user of the domain's own",
            change: (stack) =>
                stack
                    .set(DOMAIN, "search", "advancedSecurityOptions.internalUserDatabaseEnabled", true)
                    .remove(DOMAIN_POLICY, "search-policy"),
        },
    ],
};
