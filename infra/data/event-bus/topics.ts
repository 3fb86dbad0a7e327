/** A topic of the platform. */
export interface KafkaTopic {
    /** The vendor's name, such as `decision.made.v1`: publishers know no other. */
    readonly name: string;
    readonly partitions: number;
}

/** In-sync copies that a write waits for: one of three brokers may be away and nothing is lost or refused. */
export const MIN_INSYNC_REPLICAS = 2;

/** The configuration of a topic, as MSK takes it: every value a string. */
export function topicConfigs(retentionHours: number): string {
    return JSON.stringify({
        "cleanup.policy": "delete",
        "min.insync.replicas": String(MIN_INSYNC_REPLICAS),
        "retention.ms": String(retentionHours * 3_600_000),
    });
}

/** The brokers' `server.properties`, where they differ from MSK's defaults. */
export function serverProperties(replicationFactor: number): string {
    const properties: Readonly<Record<string, string | number>> = {
        // A misspelt topic must fail, not appear with one partition.
        "auto.create.topics.enable": "false",
        "default.replication.factor": replicationFactor,
        "min.insync.replicas": MIN_INSYNC_REPLICAS,
        "offsets.topic.replication.factor": replicationFactor,
        "transaction.state.log.replication.factor": replicationFactor,
        "transaction.state.log.min.isr": MIN_INSYNC_REPLICAS,
        // A broker that has missed writes never leads: better no partition than a partition with a hole.
        "unclean.leader.election.enable": "false",
    };
    return Object.entries(properties)
        .map(([key, value]) => `${key}=${value}\n`)
        .join("");
}
