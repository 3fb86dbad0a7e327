import { disallowPublicAccess } from "../public-access";

export const eventbridgeBusDisallowPublicPolicy = disallowPublicAccess({
    id: "eventbridge-bus-disallow-public-policy",
    title: "No event bus takes events from everybody",
    why: "Strangers could send decisions and outcomes that never were.",
    fix: "Name the accounts that may send, or fix them by a condition such as aws:PrincipalOrgID",
    severity: "medium",
    controls: ["EventBridge.3"],
    links: ["https://docs.aws.amazon.com/securityhub/latest/userguide/eventbridge-controls.html#eventbridge-3"],
    documents: { "aws:cloudwatch/eventBusPolicy:EventBusPolicy": "policy" },
});
