import { releasePolicy } from "../policy";
import { storeProblem } from "./interaction-store-choice";

export const interactionStoreSelectorMatchesStore = releasePolicy({
    id: "interaction-store-selector-matches-store",
    title: "interactionStore.backend, config.INTERACTION_STORE and the store are one, and the store exists",
    why: "Interactions written to a store that is not there fail with the first request, and those written to another than the one that is read and backed up are lost to every decision.",
    fix: "Choose one backend in both places, enable its block and give it the store that the stack builds",
    severity: "high",
    pitfalls: ["P-SEL-01", "P-SEL-02"],
    links: ["https://docs.kaireonai.com/platform/values-large"],
    check: (release, stack, report) => {
        const problem = storeProblem(release, stack);
        if (problem !== undefined) report.violation(`${release.label}: ${problem}`, release.resource);
    },
});
