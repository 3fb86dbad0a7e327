import { releasePolicy } from "../policy";
import { searchProblem } from "./search-choice";

export const searchSelectorMatchesDomain = releasePolicy({
    id: "search-selector-matches-domain",
    title: "opensearch.enabled and config.SEARCH_INDEX agree, and the domain is there",
    why: "Where they differ, search stays in PostgreSQL while a domain is paid for, or the API fails at its start for want of one.",
    fix: "Set both to the same and give opensearch.endpoint the domain's endpoint",
    severity: "medium",
    pitfalls: ["P-SEL-06"],
    links: ["https://docs.kaireonai.com/platform/values-large", "https://docs.kaireonai.com/platform/ops/env-vars"],
    check: (release, stack, report) => {
        const problem = searchProblem(release, stack);
        if (problem !== undefined) report.violation(`${release.label}: ${problem}`, release.resource);
    },
});
