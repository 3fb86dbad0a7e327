import type { Release } from "../graph/release";
import type { StackResource } from "../graph/stack-resource";
import { releasePolicy } from "../policy";
import { storeOf } from "./chosen-store";
import { KAFKA_PUBLISHERS, publisherOf } from "./selectors";

/** Source: https://docs.aws.amazon.com/msk/latest/developerguide/port-info.html */
const PORTS: Readonly<Record<string, number>> = { iam: 9098, scram: 9096, none: 9094 };
const WITH_IAM: readonly string[] = ["msk", "aws_msk"];

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
        if (!KAFKA_PUBLISHERS.includes(publisher)) return;
        const say = (problem: string) => report.violation(`${release.label}: ${problem}`, release.resource);
        const { values } = release;
        const way = values.text("kafka.authentication") ?? (WITH_IAM.includes(publisher) ? "iam" : undefined);
        if (way !== undefined && WITH_IAM.includes(publisher) !== (way === "iam"))
            return say(
                `config.EVENT_PUBLISHER is ${publisher}, which signs in ${WITH_IAM.includes(publisher) ? "with" : "without"} IAM, ` +
                    `but values.kafka.authentication is ${way}. Set the publisher to ${way === "iam" ? "msk" : "kafka"}, or the authentication to ` +
                    `${way === "iam" ? "scram or none" : "iam"}.`,
            );
        for (const port of portsOf(release))
            if (way !== undefined && PORTS[way] !== undefined && port !== PORTS[way])
                say(
                    `values.kafka.brokers has port ${port}, but MSK answers ${way} on ${PORTS[way]}. Give the brokers' addresses for ${way}.`,
                );
        const broker = storeOf(release, stack, "aws:msk/cluster:Cluster");
        if (broker === undefined || offers(broker, way)) return;
        say(
            `config.EVENT_PUBLISHER is ${publisher} and signs in with ${way ?? "SCRAM or TLS"}, but ${broker.label} has clientAuthentication ` +
                `${broker.properties.shown("clientAuthentication")}. Turn ${way ?? "scram"} on there, or choose another publisher.`,
        );
    },
});

function offers(broker: StackResource, way: string | undefined): boolean {
    const settings = broker.properties.at("clientAuthentication");
    if (way === "iam") return settings.flag("sasl.iam") === true;
    const scram = settings.flag("sasl.scram") === true;
    if (way === "scram") return scram;
    // Brokers for which nothing is said let everybody in.
    const open = settings.flag("unauthenticated") === true || !settings.exists;
    return open || settings.at("tls").exists || (way === undefined && scram);
}

/** Ports of MSK's own addresses; a broker elsewhere may use any. */
function portsOf({ values }: Release): readonly number[] {
    const brokers = values.at("kafka.brokers");
    if (brokers.state !== "known" || brokers.isList) return [];
    const addresses = (brokers.text() ?? "").split(",");
    return [...new Set(addresses.flatMap((one) => /\.amazonaws\.com:(\d+)/.exec(one)?.[1] ?? []))].map(Number);
}
