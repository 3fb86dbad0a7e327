import type { Release } from "../graph/release";
import type { Stack } from "../graph/stack";
import { saysWhere, searchesInOpenSearch } from "./selectors";

const DOMAINS = ["aws:opensearch/domain:Domain", "aws:opensearch/serverlessCollection:ServerlessCollection"];

/** What is wrong with the choice of a search index: the two places differ, or the domain is not there. */
export function searchProblem(release: Release, stack: Stack): string | undefined {
    const { values } = release;
    const enabled = values.flag("opensearch.enabled");
    const index = values.text("config.SEARCH_INDEX") || undefined;
    if (enabled !== undefined && index !== undefined && enabled !== (index !== "pg"))
        return (
            `values.config.SEARCH_INDEX is ${index}, but values.opensearch.enabled is ${enabled}. ` +
            `Set it to ${enabled ? "opensearch" : "pg"}, or opensearch.enabled to ${!enabled}.`
        );
    if (searchesInOpenSearch(release) !== true || saysWhere(release, "opensearch")) return undefined;
    const domains = stack.ofType(...DOMAINS);
    const endpoint = values.at("opensearch.endpoint");
    // An endpoint that is there and empty is what pods get, whatever else is made of the domain.
    const isEmpty = endpoint.state === "known" && endpoint.text() === "";
    if (!isEmpty && domains.some((domain) => release.usesOutputOf(domain))) return undefined;
    if (endpoint.state === "unknown") throw endpoint.cannotTell();
    const built = domains.map((domain) => domain.label).join(", ");
    return (
        `search is in OpenSearch, but ${endpoint.path} is ${endpoint.shown()} and ` +
        `${built === "" ? "the stack has no domain" : `no value is made of ${built}`}. Give the domain's endpoint, or set SEARCH_INDEX to pg.`
    );
}
