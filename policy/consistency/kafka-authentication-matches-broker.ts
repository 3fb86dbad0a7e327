import { releasePolicy } from "../policy";
import { contradiction } from "./event-bus-choice";
import { signInProblems } from "./kafka-sign-in";

export const kafkaAuthenticationMatchesBroker = releasePolicy({
    id: "kafka-authentication-matches-broker",
    title: "The publisher signs in to the brokers in a way that they offer, on the port for it",
    why: "A client that signs in otherwise is refused: the publisher loops on errors, outbox_events grows, and decisions still answer 200.",
    fix: "Set config.EVENT_PUBLISHER to msk for IAM and to kafka for SCRAM or TLS, and turn the same on at the brokers",
    severity: "high",
    pitfalls: ["P-SEL-03"],
    links: [
        "https://docs.kaireonai.com/platform/values-large",
        "https://docs.aws.amazon.com/msk/latest/developerguide/port-info.html",
    ],
    check: (release, stack, report) => {
        // Which of two buses is meant is asked first.
        if (contradiction(release) !== undefined) return;
        for (const problem of signInProblems(release, stack))
            report.violation(`${release.label}: ${problem}`, release.resource);
    },
});
