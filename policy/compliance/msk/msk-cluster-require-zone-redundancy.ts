import { zonesOf } from "../../graph/zones";
import { stackPolicy } from "../../policy";
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
        report.each(stack.ofType(CLUSTER), (cluster) => {
            const say = (what: string) => report.violation(`${cluster.label}: ${what}`, cluster);
            report.each(["settings", "zones"], (part) => {
                if (part === "settings") {
                    const unsafe = unsafeSettings(brokerSettings(cluster, stack));
                    if (unsafe.length > 0)
                        say(
                            `its configuration has ${unsafe.join(", ")}; it must have default.replication.factor=3, min.insync.replicas=2 and unclean.leader.election.enable=false. Set them in serverProperties.`,
                        );
                    return;
                }
                const zones = zonesOf(cluster, "brokerNodeGroupInfo", stack);
                const brokers = cluster.properties.number("numberOfBrokerNodes") ?? 0;
                if (zones.length < 3)
                    say(
                        `its brokers are in ${zones.join(", ") || "no zone"}; they must be in 3 zones. Set brokerNodeGroupInfo.clientSubnets to a subnet of each.`,
                    );
                else if (brokers === 0 || brokers % zones.length !== 0)
                    say(
                        `numberOfBrokerNodes is ${brokers}; it must be a multiple of its ${zones.length} zones. Set it to ${Math.ceil(Math.max(brokers, 1) / zones.length) * zones.length}.`,
                    );
            });
        }),
});
