import type { Release } from "../graph/release";
import type { Stack } from "../graph/stack";
import { KAFKA_PUBLISHERS } from "./selectors";

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
        publishers: KAFKA_PUBLISHERS,
        types: ["aws:msk/cluster:Cluster", "aws:msk/serverlessCluster:ServerlessCluster"],
        address: "kafka.brokers",
    },
    kinesis: { publishers: ["kinesis"], types: ["aws:kinesis/stream:Stream"], address: "kinesis.streamName" },
    pulsar: { publishers: ["pulsar"], types: [], address: "pulsar.serviceUrl" },
};

/** What publishes when the alias is off: Redis by the chart's own default. */
const WITHOUT_BUS: readonly string[] = ["redis", "eventbridge"];

/** What is wrong with the choice of an event bus: two that differ, or one that is not there; undefined when it is settled. */
export function busProblem(release: Release, stack: Stack): string | undefined {
    return contradiction(release) ?? missingBroker(release, stack);
}

/** How the alias and the setting differ. */
export function contradiction({ values }: Release): string | undefined {
    const publisher = values.text("config.EVENT_PUBLISHER") ?? "redis";
    const backend = backendOf(values);
    if (backend !== undefined && BUSES[backend] === undefined)
        return `values.eventbus.backend is ${backend}; it must be one of ${Object.keys(BUSES).join(", ")}.`;
    const allowed = BUSES[backend ?? ""]?.publishers ?? WITHOUT_BUS;
    if (allowed.includes(publisher)) return undefined;
    const alias = backend === undefined ? "eventbus.enabled is not true" : `eventbus.backend is ${backend}`;
    return `values.config.EVENT_PUBLISHER is ${publisher}, but ${alias}; then it must be one of ${allowed.join(", ")}.`;
}

function missingBroker(release: Release, stack: Stack): string | undefined {
    const backend = backendOf(release.values);
    const bus = BUSES[backend ?? ""];
    if (bus === undefined || isReachable(release, stack, bus)) return undefined;
    const built = stack.ofType(...bus.types).map(({ label }) => label);
    const there =
        built.length === 0
            ? `the stack has no ${bus.types.join(" or ") || "broker of that kind"}`
            : `the stack's ${built.join(", ")} is not given`;
    return (
        `eventbus.backend is ${backend}, but values.${bus.address} is ${release.values.shown(bus.address)} and ${there}. ` +
        `Give the address of a ${backend} broker, or choose another backend.`
    );
}

function backendOf(values: Release["values"]): string | undefined {
    return values.flag("eventbus.enabled") === true ? (values.text("eventbus.backend") ?? "kafka") : undefined;
}

/** By an address that is given; one that is not known yet must come from a broker of this stack. */
function isReachable({ values, resource }: Release, stack: Stack, bus: Bus): boolean {
    const address = values.at(bus.address);
    if (stack.ofType(...bus.types).length > 0) return address.exists && address.shown() !== '""';
    if (address.state === "unknown") throw address.cannotTell();
    return (resource.properties.text(["values", ...bus.address.split(".")]) ?? "") !== "";
}
