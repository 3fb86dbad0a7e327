import { releasePolicy } from "../policy";
import { publisherOf, saysWhere } from "./selectors";

const BUS = "aws:cloudwatch/eventBus:EventBus";

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
        if (publisherOf(release) !== "eventbridge") return;
        const place = release.values.at("eventbridge.busName");
        const buses = stack.ofType(BUS);
        if (buses.some((bus) => release.usesOutputOf(bus))) return;
        if (saysWhere(release, "eventbridge")) return;
        if (place.state === "unknown") throw place.cannotTell();
        const built =
            buses.length === 0
                ? `the stack has no ${BUS}`
                : `the stack's ${buses.map(({ label }) => label).join(", ")} is not given`;
        report.violation(
            `${release.label}: config.EVENT_PUBLISHER is eventbridge, but ${place.path} is ${place.shown()} and ${built}. ` +
                "Set it to the bus's name, or to default.",
            release.resource,
        );
    },
});
