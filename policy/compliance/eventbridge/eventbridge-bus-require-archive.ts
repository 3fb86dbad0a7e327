import { stackPolicy } from "../../policy";

const BUS = "aws:cloudwatch/eventBus:EventBus";
const ARCHIVE = "aws:cloudwatch/eventArchive:EventArchive";

export const eventbridgeBusRequireArchive = stackPolicy({
    id: "eventbridge-bus-require-archive",
    title: "Every event bus keeps its events for a replay",
    why: "A bus keeps nothing: what a rule missed, or a consumer lost, cannot be sent again.",
    fix: "Make an EventArchive whose eventSourceArn is the bus",
    severity: "medium",
    controls: ["REL09-BP01"],
    links: ["https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-archive.html"],
    types: [BUS],
    check: (stack, report) => {
        for (const bus of stack.ofType(BUS)) {
            if (stack.referringTo(bus, ARCHIVE, "eventSourceArn").length > 0) continue;
            report.violation(
                `${bus.label}: no EventArchive keeps its events. Make one whose eventSourceArn is the bus.`,
                bus,
            );
        }
    },
});
