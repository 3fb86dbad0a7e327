import type { Release } from "../graph/release";
import type { Stack } from "../graph/stack";
import type { StackResource } from "../graph/stack-resource";
import { storeOf } from "./chosen-store";
import { publisherOf } from "./selectors";

/** Source: https://docs.aws.amazon.com/msk/latest/developerguide/port-info.html */
export const MSK_PORTS: Readonly<Record<string, number>> = { iam: 9098, scram: 9096, none: 9094 };

export function signsInWithIam(publisher: string): boolean {
    return publisher === "msk" || publisher === "aws_msk";
}

/** How pods sign in to the brokers; undefined: with SCRAM or TLS. */
export function wayToSignIn(release: Release): string | undefined {
    return release.values.text("kafka.authentication") ?? (signsInWithIam(publisherOf(release)) ? "iam" : undefined);
}

/** The brokers of this stack that pods go to; undefined when the values give others. */
export function brokersOf(release: Release, stack: Stack): StackResource | undefined {
    const given = release.values.at("kafka.brokers");
    const isElsewhere =
        given.state === "known" && !given.isList && !/(^$|\.amazonaws\.com(\.cn)?:)/.test(given.text() ?? "");
    return isElsewhere ? undefined : storeOf(release, stack, "aws:msk/cluster:Cluster");
}

/** Whether brokers let somebody in who signs in this way. */
export function offers(broker: StackResource, way: string | undefined): boolean {
    const settings = broker.properties.at("clientAuthentication");
    if (way === "iam") return settings.flag("sasl.iam") === true;
    const scram = settings.flag("sasl.scram") === true;
    if (way === "scram") return scram;
    // Brokers for which nothing is said let everybody in.
    const open = settings.flag("unauthenticated") === true || !settings.exists;
    return open || settings.at("tls").exists || (way === undefined && scram);
}
