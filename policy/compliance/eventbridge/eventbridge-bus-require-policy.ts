import { stackPolicy } from "../../policy";

const BUS = "aws:cloudwatch/eventBus:EventBus";
const POLICY = "aws:cloudwatch/eventBusPolicy:EventBusPolicy";

export const eventbridgeBusRequirePolicy = stackPolicy({
    id: "eventbridge-bus-require-policy",
    title: "Every event bus says who may send to it",
    why: "Without a policy of its own, every role of the account that has events:PutEvents may send decisions and outcomes that never were.",
    fix: "Make an EventBusPolicy for the bus that names the roles of the senders",
    severity: "low",
    controls: ["EventBridge.3"],
    links: ["https://docs.aws.amazon.com/securityhub/latest/userguide/eventbridge-controls.html#eventbridge-3"],
    types: [BUS],
    check: (stack, report) => {
        for (const bus of stack.ofType(BUS)) {
            if (stack.referringTo(bus, POLICY, "eventBusName").length > 0) continue;
            report.violation(`${bus.label}: no EventBusPolicy names it. Make one that names the senders.`, bus);
        }
    },
});
