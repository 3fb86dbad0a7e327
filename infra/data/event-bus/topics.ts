/** Standard brokers have volumes and a configuration of one's own; MSK keeps the data of Express brokers and most of their configuration. */
export type BrokerKind = "standard" | "express";

/** A topic of the platform. */
export interface KafkaTopic {
    /** The vendor's name, such as `decision.made.v1`: publishers know no other. */
    readonly name: string;
    readonly partitions: number;
}

/** In-sync copies that a write waits for: one of three brokers may be away and nothing is lost or refused. */
export const MIN_INSYNC_REPLICAS = 2;

/**
 * The configuration of a topic, as MSK takes it: every value a string. Express brokers fix `min.insync.replicas` at 2 and refuse a topic
 * that names it. https://docs.aws.amazon.com/msk/latest/developerguide/msk-configuration-express-read-write.html
 */
export function topicConfigs(retentionHours: number, brokers: BrokerKind): string {
    return JSON.stringify({
        "cleanup.policy": "delete",
        ...(brokers === "express" ? {} : { "min.insync.replicas": String(MIN_INSYNC_REPLICAS) }),
        "retention.ms": String(retentionHours * 3_600_000),
    });
}

/** The brokers' `server.properties`, where they differ from MSK's defaults. Express brokers set all but the first by themselves. */
export function serverProperties(replicationFactor: number, brokers: BrokerKind): string {
    const properties: Readonly<Record<string, string | number>> = {
        // A misspelt topic must fail, not appear with one partition.
        "auto.create.topics.enable": "false",
        ...(brokers === "express" ? {} : replication(replicationFactor)),
    };
    return Object.entries(properties)
        .map(([key, value]) => `${key}=${value}\n`)
        .join("");
}

function replication(replicationFactor: number): Readonly<Record<string, string | number>> {
    return {
        "default.replication.factor": replicationFactor,
        "min.insync.replicas": MIN_INSYNC_REPLICAS,
        "offsets.topic.replication.factor": replicationFactor,
        "transaction.state.log.replication.factor": replicationFactor,
        "transaction.state.log.min.isr": MIN_INSYNC_REPLICAS,
        // A broker that has missed writes never leads: better no partition than a partition with a hole.
        "unclean.leader.election.enable": "false",
    };
}
