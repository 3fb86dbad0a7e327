import { RECOVERY_TARGETS } from "./recovery-targets";

/** A name in a command that only the operator's account has. */
export interface Placeholder {
    readonly name: string;
    /** Prints it. */
    readonly find: string;
    /** How it follows from the stack's outputs (docs/outputs.md), where it does. */
    readonly fromOutputs?: (outputs: Readonly<Record<string, unknown>>) => string | undefined;
}

/** Something that is made to fail while load is on. */
export interface FailureEvent {
    readonly name: string;
    readonly title: string;
    /** What the operator runs, as words; `<name>` is a placeholder. Empty for an event of the operator's own. */
    readonly command: readonly string[];
    readonly placeholders: readonly Placeholder[];
    readonly recoveryTarget: { readonly component: string; readonly seconds: number };
    /** How long it may take until the event shows at all, in seconds: a watch that ends sooner has seen nothing. */
    readonly watchSeconds: number;
    /** What goes on, and what the load will see of it. */
    readonly expect: string;
    /** What to undo afterwards. */
    readonly afterwards?: string;
    readonly link: string;
}

const databaseCluster: Placeholder = {
    name: "database-cluster",
    find: "aws rds describe-db-clusters --query 'DBClusters[].DBClusterIdentifier' --output text",
    // kaireon-large-postgres.cluster-c1a2b3.eu-west-1.rds.amazonaws.com
    fromOutputs: ({ databaseWriterEndpoint: endpoint }) =>
        typeof endpoint === "string" ? /^([a-z0-9-]+)\.cluster-/.exec(endpoint)?.[1] : undefined,
};

export const EVENTS: readonly FailureEvent[] = [
    {
        name: "aurora-failover",
        title: "Aurora promotes a reader to writer",
        command: ["aws", "rds", "failover-db-cluster", "--db-cluster-identifier", "<database-cluster>"],
        placeholders: [databaseCluster],
        recoveryTarget: RECOVERY_TARGETS.postgres,
        watchSeconds: 180,
        expect:
            "The writer's endpoint follows within about a minute. Connections to the old writer break; until a pod has opened new ones, " +
            "decisions and responses that write to PostgreSQL fail.",
        link: "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Concepts.AuroraHighAvailability.html",
    },
    {
        name: "redis-failover",
        title: "ElastiCache promotes a replica of the first shard",
        command: [
            ...["aws", "elasticache", "test-failover"],
            ...["--replication-group-id", "<replication-group>", "--node-group-id", "0001"],
        ],
        placeholders: [
            {
                name: "replication-group",
                find: "aws elasticache describe-replication-groups --query 'ReplicationGroups[].ReplicationGroupId' --output text",
            },
        ],
        recoveryTarget: RECOVERY_TARGETS.redis,
        watchSeconds: 180,
        expect:
            "A third of the keys has no primary for some seconds: caches are read from PostgreSQL, rate limits of bulk responses refuse, queues wait. " +
            "AWS allows 15 such tests of different shards in 24 hours.",
        link: "https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/AutoFailover.html",
    },
    {
        name: "broker-restart",
        title: "MSK restarts a broker",
        command: ["aws", "kafka", "reboot-broker", "--cluster-arn", "<kafka-cluster-arn>", "--broker-ids", "1"],
        placeholders: [
            {
                name: "kafka-cluster-arn",
                find: "aws kafka list-clusters-v2 --query 'ClusterInfoList[].ClusterArn' --output text",
            },
        ],
        // The vendor states none for brokers: what callers see counts.
        recoveryTarget: RECOVERY_TARGETS.decisionApi,
        watchSeconds: 600,
        expect:
            "It begins some minutes after the command. Leaders of the broker's partitions move; the outbox holds the events meanwhile, so " +
            "that decisions should not notice. Events arrive late: see the outbox and the consumers' lag.",
        link: "https://docs.aws.amazon.com/msk/latest/developerguide/msk-reboot-broker.html",
    },
    {
        name: "node-drain",
        title: "a node of the api is drained",
        command: ["kubectl", "drain", "<node>", "--ignore-daemonsets", "--delete-emptydir-data"],
        placeholders: [
            {
                name: "node",
                find: "kubectl get nodes --selector kaireon.ai/tier=api",
            },
        ],
        recoveryTarget: RECOVERY_TARGETS.decisionApi,
        watchSeconds: 240,
        expect:
            "Its pods end one by one, as the disruption budget allows, and start on other nodes. The load balancer takes a pod out before it " +
            "ends: no request should fail, and the latency may rise until the pods are back.",
        afterwards: "kubectl uncordon <node>",
        link: "https://kubernetes.io/docs/tasks/administer-cluster/safely-drain-node/",
    },
    {
        name: "password-rotation",
        title: "RDS rotates the database's password",
        command: [
            ...["aws", "rds", "modify-db-cluster", "--db-cluster-identifier", "<database-cluster>"],
            ...["--rotate-master-user-password", "--apply-immediately"],
        ],
        placeholders: [databaseCluster],
        recoveryTarget: RECOVERY_TARGETS.decisionApi,
        watchSeconds: 600,
        expect:
            "Open connections stay, new ones with the old password are refused. External Secrets reads the new one at its next refresh " +
            "(externalSecrets.refreshInterval, 5 minutes), Reloader then replaces the pods. At once: kubectl --namespace kaireon annotate " +
            "externalsecret kaireon-database force-sync=now --overwrite.",
        link: "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/rds-secrets-manager.html",
    },
];

/** An event that is none of the table. */
export function customEvent(title: string, recoveryTargetSeconds: number, watchSeconds: number): FailureEvent {
    return {
        name: "custom",
        title,
        command: [],
        placeholders: [],
        recoveryTarget: { component: "as given", seconds: recoveryTargetSeconds },
        watchSeconds,
        expect: "Whatever you trigger.",
        link: "",
    };
}
