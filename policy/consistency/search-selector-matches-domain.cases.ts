import type { PolicyCases } from "../../test/policy/cases";

const RELEASE = "kubernetes:helm.sh/v3:Release kaireon";
const LABEL = "kaireon (kubernetes:helm.sh/v3:Release)";
const DOMAIN = "aws:opensearch/domain:Domain";

export const cases: PolicyCases = {
    violations: [
        {
            when: "the setting keeps search in PostgreSQL",
            change: (stack) => stack.setValue("config.SEARCH_INDEX", "pg"),
            at: RELEASE,
            message: `${LABEL}: values.config.SEARCH_INDEX is pg, but values.opensearch.enabled is true. Set it to opensearch, or opensearch.enabled to false.`,
        },
        {
            when: "the alias is off and the setting is not",
            change: (stack) => stack.setValue("opensearch.enabled", false),
            at: RELEASE,
            message: `${LABEL}: values.config.SEARCH_INDEX is opensearch, but values.opensearch.enabled is false. Set it to pg, or opensearch.enabled to true.`,
        },
    ],
    absent: [
        {
            when: "no endpoint is given and the domain is used by nothing",
            change: (stack) =>
                stack
                    .unsetValue("opensearch.endpoint")
                    .setSources("kubernetes:helm.sh/v3:Release", "kaireon", "values", [
                        "postgres",
                        "redis",
                        "kafka",
                        "interactions",
                        "secrets",
                        "redis-auth",
                    ]),
            at: RELEASE,
            message: `${LABEL}: search is in OpenSearch, but values.opensearch.endpoint is not set and no value is made of search (${DOMAIN}). Give the domain's endpoint, or set SEARCH_INDEX to pg.`,
        },
        {
            when: "the values say nothing of search",
            change: (stack) => stack.unsetValue("opensearch").unsetValue("config.SEARCH_INDEX"),
            passes: true,
        },
    ],
    unknown: [
        {
            when: "the setting is not known",
            change: (stack) => stack.setValueUnknown("config.SEARCH_INDEX"),
            unchecked: `${LABEL}: values.config.SEARCH_INDEX is not known before the update`,
        },
        {
            when: "the endpoint is not known and no domain is of this stack",
            change: (stack) => stack.removeAll(DOMAIN),
            unchecked: `${LABEL}: values.opensearch.endpoint is not known before the update`,
        },
    ],
    passes: [
        {
            when: "the chart has another key for the endpoint",
            change: (stack) =>
                stack.removeAll(DOMAIN).setValue("opensearch", { enabled: true, node: "https://search.internal" }),
        },
        {
            when: "the domain is elsewhere",
            change: (stack) =>
                stack.removeAll(DOMAIN).setValue("opensearch.endpoint", "vpc-search.eu-west-1.es.amazonaws.com"),
        },
    ],
};
