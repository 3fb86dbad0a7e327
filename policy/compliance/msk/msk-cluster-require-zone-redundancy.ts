import type { Stack } from "../../graph/stack";
import type { StackResource } from "../../graph/stack-resource";
import { zonesOf } from "../../graph/zones";
import { type Report, stackPolicy } from "../../policy";
import { brokerSettings, CLUSTER, unsafeSettings } from "./broker-settings";

export const mskClusterRequireZoneRedundancy = stackPolicy({
    id: "msk-cluster-require-zone-redundancy",
    title: "Kafka keeps acknowledged events when a zone is lost, and takes new ones",
    why: "With two zones, uneven brokers or one copy that must be written, the loss of a zone loses events or stops the topic.",
    fix: "Have brokers in three zones, equally many in each, and set default.replication.factor to 3, min.insync.replicas to 2 and unclean.leader.election.enable to false",
    severity: "high",
    controls: ["X-MSK-REPLICATION"],
    links: ["https://docs.aws.amazon.com/msk/latest/developerguide/bestpractices.html"],
    types: [CLUSTER],
    check: (stack, report) =>
        report.each(stack.ofType(CLUSTER), (cluster) =>
            // Zones are looked at also when the settings cannot be read.
            report.each([checkSettings, checkZones], (check) => check(cluster, stack, report)),
        ),
});

function checkSettings(cluster: StackResource, stack: Stack, report: Report): void {
    // Of Express brokers MSK fixes all three, and refuses to be told.
    if ((cluster.properties.text("brokerNodeGroupInfo.instanceType") ?? "").startsWith("express.")) return;
    const unsafe = unsafeSettings(brokerSettings(cluster, stack));
    if (unsafe.length === 0) return;
    report.violation(
        `${cluster.label}: its configuration has ${unsafe.join(", ")}; it must have default.replication.factor=3, min.insync.replicas=2 and unclean.leader.election.enable=false. Set them in serverProperties.`,
        cluster,
    );
}

function checkZones(cluster: StackResource, stack: Stack, report: Report): void {
    const zones = zonesOf(cluster, "brokerNodeGroupInfo", stack);
    if (zones.length < 3) {
        report.violation(
            `${cluster.label}: its brokers are in ${zones.join(", ") || "no zone"}; they must be in 3 zones. Set brokerNodeGroupInfo.clientSubnets to a subnet of each.`,
            cluster,
        );
        return;
    }
    const brokers = cluster.properties.number("numberOfBrokerNodes") ?? 0;
    if (brokers > 0 && brokers % zones.length === 0) return;
    const even = Math.ceil(Math.max(brokers, 1) / zones.length) * zones.length;
    report.violation(
        `${cluster.label}: numberOfBrokerNodes is ${brokers}; it must be a multiple of its ${zones.length} zones. Set it to ${even}.`,
        cluster,
    );
}
