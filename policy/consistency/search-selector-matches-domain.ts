import { releasePolicy } from "../policy";
import { saysWhere, searchesInOpenSearch } from "./selectors";

const DOMAINS = ["aws:opensearch/domain:Domain", "aws:opensearch/serverlessCollection:ServerlessCollection"];

export const searchSelectorMatchesDomain = releasePolicy({
    id: "search-selector-matches-domain",
    title: "opensearch.enabled and config.SEARCH_INDEX agree, and the domain is there",
    why: "Where they differ, search stays in PostgreSQL while a domain is paid for, or the API fails at its start for want of one.",
    fix: "Set both to the same and give opensearch.endpoint the domain's endpoint",
    severity: "medium",
    pitfalls: ["P-SEL-06"],
    links: ["https://docs.kaireonai.com/platform/values-large", "https://docs.kaireonai.com/platform/ops/env-vars"],
    check: (release, stack, report) => {
        const { values, label, resource } = release;
        const enabled = values.flag("opensearch.enabled");
        const index = values.text("config.SEARCH_INDEX") || undefined;
        if (enabled !== undefined && index !== undefined && enabled !== (index !== "pg"))
            return report.violation(
                `${label}: values.config.SEARCH_INDEX is ${index}, but values.opensearch.enabled is ${enabled}. ` +
                    `Set it to ${enabled ? "opensearch" : "pg"}, or opensearch.enabled to ${!enabled}.`,
                resource,
            );
        const domains = stack.ofType(...DOMAINS);
        if (searchesInOpenSearch(release) !== true || domains.some((domain) => release.usesOutputOf(domain))) return;
        const endpoint = values.at("opensearch.endpoint");
        if (saysWhere(release, "opensearch")) return;
        if (endpoint.state === "unknown") throw endpoint.cannotTell();
        const built = domains.map((domain) => domain.label).join(", ");
        report.violation(
            `${label}: search is in OpenSearch, but ${endpoint.path} is ${endpoint.shown()} and ` +
                `${built === "" ? "the stack has no domain" : `no value is made of ${built}`}. Give the domain's endpoint, or set SEARCH_INDEX to pg.`,
            resource,
        );
    },
});
