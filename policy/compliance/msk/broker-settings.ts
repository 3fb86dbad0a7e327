import { CannotTell } from "../../graph/cannot-tell";
import type { Stack } from "../../graph/stack";
import type { StackResource } from "../../graph/stack-resource";

export const CLUSTER = "aws:msk/cluster:Cluster";
export const CONFIGURATION = "aws:msk/configuration:Configuration";

/** What decides whether acknowledged events survive the loss of a zone, with the value below which they do not. */
const DURABLE: Readonly<Record<string, (value: string | undefined) => boolean>> = {
    "default.replication.factor": (value) => Number(value) >= 3,
    "min.insync.replicas": (value) => Number(value) >= 2,
    "unclean.leader.election.enable": (value) => value === "false",
};

/** The settings that lose events, as `min.insync.replicas=1`. */
export function unsafeSettings(settings: ReadonlyMap<string, string>): readonly string[] {
    return Object.entries(DURABLE)
        .filter(([name, isSafe]) => !isSafe(settings.get(name)))
        .map(([name]) => (settings.has(name) ? `${name}=${settings.get(name)}` : `${name} not set`));
}

/**
 * The brokers' settings; none without a configuration of one's own.
 *
 * @throws CannotTell when the configuration is not of this stack
 */
export function brokerSettings(cluster: StackResource, stack: Stack): ReadonlyMap<string, string> {
    if (!cluster.gives("configurationInfo")) return new Map();
    const [configuration] = cluster.references("configurationInfo", CONFIGURATION, stack.ofType(CONFIGURATION));
    if (configuration === undefined)
        throw new CannotTell(
            `${cluster.label}: the configuration in configurationInfo is not of this stack`,
            cluster.urn,
        );
    return settingsOf(configuration.properties.text("serverProperties") ?? "");
}

/** `server.properties`: a setting a line, comments after `#`. */
export function settingsOf(text: string): ReadonlyMap<string, string> {
    const lines = text.split("\n").map((line) => /^\s*([^#=\s]+)\s*=\s*(.*?)\s*$/.exec(line));
    return new Map(lines.flatMap((match) => (match === null ? [] : [[match[1] ?? "", match[2] ?? ""] as const])));
}
