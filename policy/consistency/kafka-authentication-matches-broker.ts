import type { Release } from "../graph/release";
import { releasePolicy } from "../policy";
import { contradiction } from "./event-bus-choice";
import { brokersOf, MSK_PORTS, offers, signsInWithIam, wayToSignIn } from "./kafka-authentication";
import { KAFKA_PUBLISHERS, publisherOf } from "./selectors";

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
        const publisher = publisherOf(release);
        // Which of two buses is meant is asked first.
        if (!KAFKA_PUBLISHERS.includes(publisher) || contradiction(release) !== undefined) return;
        const say = (problem: string) => report.violation(`${release.label}: ${problem}`, release.resource);
        const way = wayToSignIn(release);
        const isIam = signsInWithIam(publisher);
        if (way !== undefined && isIam !== (way === "iam"))
            return say(
                `config.EVENT_PUBLISHER is ${publisher}, which signs in ${isIam ? "with" : "without"} IAM, ` +
                    `but values.kafka.authentication is ${way}. Set the publisher to ${way === "iam" ? "msk" : "kafka"}, or the authentication to ` +
                    `${way === "iam" ? "scram or none" : "iam"}.`,
            );
        for (const port of portsOf(release))
            if (way !== undefined && MSK_PORTS[way] !== undefined && port !== MSK_PORTS[way])
                say(
                    `values.kafka.brokers has port ${port}, but MSK answers ${way} on ${MSK_PORTS[way]}. Give the brokers' addresses for ${way}.`,
                );
        const broker = brokersOf(release, stack);
        if (broker === undefined || offers(broker, way)) return;
        say(
            `config.EVENT_PUBLISHER is ${publisher} and signs in with ${way ?? "SCRAM or TLS"}, but ${broker.label} has clientAuthentication ` +
                `${broker.properties.shown("clientAuthentication")}. Turn ${way ?? "scram"} on there, or choose another publisher.`,
        );
    },
});

/** Ports of MSK's own addresses; a broker elsewhere may use any. */
function portsOf({ values }: Release): readonly number[] {
    const brokers = values.at("kafka.brokers");
    if (brokers.state !== "known" || brokers.isList) return [];
    const addresses = (brokers.text() ?? "").split(",");
    return [...new Set(addresses.flatMap((one) => /\.amazonaws\.com:(\d+)/.exec(one)?.[1] ?? []))].map(Number);
}
