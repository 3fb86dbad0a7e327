import type { Release } from "../graph/release";
import type { Stack } from "../graph/stack";
import { releasePolicy } from "../policy";

interface Bus {
    /** Values of config.EVENT_PUBLISHER that mean this bus. */
    readonly publishers: readonly string[];
    /** What the stack can build for it. */
    readonly types: readonly string[];
    /** Where the chart is told how to reach it. */
    readonly address: string;
}

/** Sources: https://docs.kaireonai.com/platform/values-large, https://docs.kaireonai.com/deployment/infrastructure-backends */
const BUSES: Readonly<Record<string, Bus>> = {
    kafka: {
        publishers: ["kafka", "redpanda", "msk", "aws_msk"],
        types: ["aws:msk/cluster:Cluster", "aws:msk/serverlessCluster:ServerlessCluster"],
        address: "kafka.brokers",
    },
    kinesis: { publishers: ["kinesis"], types: ["aws:kinesis/stream:Stream"], address: "kinesis.streamName" },
    pulsar: { publishers: ["pulsar"], types: [], address: "pulsar.serviceUrl" },
};

/** What publishes when the alias is off: Redis by the chart's own default. */
const WITHOUT_BUS: readonly string[] = ["redis", "eventbridge"];

export const eventBusSelectorMatchesBroker = releasePolicy({
    id: "event-bus-selector-matches-broker",
    title: "eventbus.backend, config.EVENT_PUBLISHER and the broker are of one kind",
    why: "The alias and the setting are read in different places of the product: when they differ, or the broker is missing, events go to a bus that nobody reads, and decisions still answer 200.",
    fix: "Choose one backend, fill its block and build its broker",
    severity: "high",
    pitfalls: ["P-SEL-03"],
    links: ["https://docs.kaireonai.com/platform/values-large"],
    check: (release, stack, report) => {
        const { values, label, resource } = release;
        const publisher = values.text("config.EVENT_PUBLISHER") ?? "redis";
        const backend =
            values.flag("eventbus.enabled") === true ? (values.text("eventbus.backend") ?? "kafka") : undefined;
        const bus = backend === undefined ? undefined : BUSES[backend];
        const alias = backend === undefined ? "eventbus.enabled is not true" : `eventbus.backend is ${backend}`;
        if (backend !== undefined && bus === undefined)
            return report.violation(
                `${label}: values.eventbus.backend is ${backend}; it must be one of ${Object.keys(BUSES).join(", ")}.`,
                resource,
            );
        const allowed = bus?.publishers ?? WITHOUT_BUS;
        if (!allowed.includes(publisher))
            report.violation(
                `${label}: values.config.EVENT_PUBLISHER is ${publisher}, but ${alias}; then it must be one of ${allowed.join(", ")}.`,
                resource,
            );
        if (backend !== undefined && bus !== undefined && !isReachable(release, stack, bus))
            report.violation(
                `${label}: ${alias}, but values.${bus.address} is ${values.shown(bus.address)} and the stack has no ` +
                    `${bus.types.join(" or ") || "broker of that kind"}. Give the address of a ${backend} broker, or choose another backend.`,
                resource,
            );
    },
});

/** By an address that is given; one that is not known yet must come from a broker of this stack. */
function isReachable({ values, resource }: Release, stack: Stack, bus: Bus): boolean {
    const address = values.at(bus.address);
    if (stack.ofType(...bus.types).length > 0) return address.exists && address.shown() !== '""';
    if (address.state === "unknown") throw address.cannotTell();
    return (resource.properties.text(["values", ...bus.address.split(".")]) ?? "") !== "";
}
