import type { Release } from "../graph/release";
import type { Stack } from "../graph/stack";
import { brokersOf, MSK_PORTS, offers, signsInWithIam, wayToSignIn } from "./kafka-authentication";
import { KAFKA_PUBLISHERS, publisherOf } from "./selectors";

/** Why the publisher cannot sign in to the brokers; empty when it can, or when there are none. */
export function signInProblems(release: Release, stack: Stack): readonly string[] {
    const publisher = publisherOf(release);
    if (!KAFKA_PUBLISHERS.includes(publisher)) return [];
    const way = wayToSignIn(release);
    const isIam = signsInWithIam(publisher);
    if (way !== undefined && isIam !== (way === "iam"))
        return [
            `config.EVENT_PUBLISHER is ${publisher}, which signs in ${isIam ? "with" : "without"} IAM, ` +
                `but values.kafka.authentication is ${way}. Set the publisher to ${way === "iam" ? "msk" : "kafka"}, or the authentication to ` +
                `${way === "iam" ? "scram or none" : "iam"}.`,
        ];
    return [...portProblems(release, way), ...brokerProblems(release, stack, way)];
}

function portProblems(release: Release, way: string | undefined): readonly string[] {
    const right = MSK_PORTS[way ?? ""];
    if (right === undefined) return [];
    return portsOf(release)
        .filter((port) => port !== right)
        .map(
            (port) =>
                `values.kafka.brokers has port ${port}, but MSK answers ${way} on ${right}. Give the brokers' addresses for ${way}.`,
        );
}

function brokerProblems(release: Release, stack: Stack, way: string | undefined): readonly string[] {
    const broker = brokersOf(release, stack);
    if (broker === undefined || offers(broker, way)) return [];
    return [
        `config.EVENT_PUBLISHER is ${publisherOf(release)} and signs in with ${way ?? "SCRAM or TLS"}, but ${broker.label} has clientAuthentication ` +
            `${broker.properties.shown("clientAuthentication")}. Turn ${way ?? "scram"} on there, or choose another publisher.`,
    ];
}

/** Ports of MSK's own addresses; a broker elsewhere may use any. */
function portsOf({ values }: Release): readonly number[] {
    const brokers = values.at("kafka.brokers");
    if (brokers.state !== "known" || brokers.isList) return [];
    const addresses = (brokers.text() ?? "").split(",");
    return [...new Set(addresses.flatMap((one) => /\.amazonaws\.com:(\d+)/.exec(one)?.[1] ?? []))].map(Number);
}
