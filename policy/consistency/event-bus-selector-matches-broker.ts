import { releasePolicy } from "../policy";
import { busProblem } from "./event-bus-choice";

export const eventBusSelectorMatchesBroker = releasePolicy({
    id: "event-bus-selector-matches-broker",
    title: "eventbus.backend, config.EVENT_PUBLISHER and the broker are of one kind",
    why: "The alias and the setting are read in different places of the product: when they differ, or the broker is missing, events go to a bus that nobody reads, and decisions still answer 200.",
    fix: "Choose one backend, fill its block and build its broker",
    severity: "high",
    pitfalls: ["P-SEL-03"],
    links: ["https://docs.kaireonai.com/platform/values-large"],
    check: (release, stack, report) => {
        const problem = busProblem(release, stack);
        if (problem !== undefined) report.violation(`${release.label}: ${problem}`, release.resource);
    },
});
