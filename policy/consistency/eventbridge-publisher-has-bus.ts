import { releasePolicy } from "../policy";
import { contradiction } from "./event-bus-choice";
import { missingBus } from "./eventbridge-bus";

export const eventbridgePublisherHasBus = releasePolicy({
    id: "eventbridge-publisher-has-bus",
    title: "With config.EVENT_PUBLISHER eventbridge, the chart is told a bus",
    why: "Events put to a bus that is not there are refused one by one inside an answer of 200: the outbox takes them for sent.",
    fix: "Set eventbridge.busName to the bus of the stack, or to default",
    severity: "high",
    pitfalls: ["P-SEL-03"],
    links: [
        "https://docs.kaireonai.com/deployment/infrastructure-backends",
        "https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html",
    ],
    check: (release, stack, report) => {
        // Which of two buses is meant is asked first.
        const problem = contradiction(release) === undefined ? missingBus(release, stack) : undefined;
        if (problem !== undefined) report.violation(`${release.label}: ${problem}`, release.resource);
    },
});
