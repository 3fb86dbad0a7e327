import * as pulumi from "@pulumi/pulumi";
import type { ChartValues } from "../../app/chart-values";
import { createAlarms } from "../alarms";
import type { Backend, StorePlacement, TierGrant } from "../backend";
import { EncryptionKey } from "../encryption-key";
import { StoreSecurityGroup } from "../store-security-group";
import { createAuthToken } from "./auth-token";
import { redisAlarms } from "./elasticache-alarms";
import type { RedisEngine } from "./engine";
import { createReplicationGroup } from "./replication-group";

export interface ElastiCacheArgs {
    readonly placement: StorePlacement;
    /** `cache.r7g.xlarge`. */
    readonly nodeType: string;
    /** Valkey is Redis under an open licence, and 20 % cheaper here. */
    readonly engine: RedisEngine;
    /** Major and minor: `8.1` of Valkey, `7.1` of Redis. */
    readonly engineVersion: string;
    /** 1 or more; from 3 on the shards elect a new primary by majority, below that AWS's own watch does, later. */
    readonly shards: number;
    /** 0 to 5; 2 put a copy into every zone, and without any a lost node takes its shard's data with it. */
    readonly replicasPerShard: number;
    /** Days that daily snapshots are kept. Default: 7. */
    readonly snapshotRetentionDays?: number;
}

/** What the chart's URLs, KEDA's triggers and the network policies say too. */
const PORT = 6379;

/** `redis.mode: external` with `redis.cluster: true` as ElastiCache in cluster mode, TLS and authentication required. */
export class ElastiCache extends pulumi.ComponentResource implements Backend {
    /** The cluster's configuration endpoint: a client asks it for the shards. */
    readonly endpoint: pulumi.Output<string>;
    readonly securityGroupId: pulumi.Output<string>;
    readonly values: ChartValues;
    readonly grants: readonly TierGrant[] = [];
    readonly ports = [PORT];
    readonly secretArns: readonly pulumi.Output<string>[];
    readonly secretKeyArns: readonly pulumi.Output<string>[];
    readonly ready: readonly pulumi.Resource[];

    constructor(name: string, args: ElastiCacheArgs, opts?: pulumi.ComponentResourceOptions) {
        super("kaireon:data:ElastiCache", name, {}, opts);
        const child = { parent: this };
        const { placement } = args;

        const key = new EncryptionKey(
            `${name}-key`,
            { ...placement, description: `Redis cluster ${placement.namePrefix}-${name}`, services: ["logs"] },
            child,
        );
        const group = new StoreSecurityGroup(`${name}-access`, { placement, store: "Redis", port: PORT }, child);
        const auth = createAuthToken(name, { keyArn: key.arn, protect: placement.protect }, child);
        const cluster = createReplicationGroup(
            name,
            { ...args, port: PORT, keyArn: key.arn, groupId: group.id, authToken: auth.token },
            child,
        );
        createAlarms(
            name,
            {
                namespace: "AWS/ElastiCache",
                topicArn: placement.alarmTopicArn,
                rows: redisAlarms({ replicationGroupId: cluster.replicationGroupId, ...args }),
            },
            child,
        );

        this.endpoint = cluster.configurationEndpointAddress;
        this.securityGroupId = group.id;
        this.values = {
            redis: { external: { host: this.endpoint, port: PORT, tls: true } },
            externalSecrets: { redis: { secretArn: auth.secretArn } },
        };
        this.secretArns = [auth.secretArn];
        this.secretKeyArns = [key.arn];
        this.ready = [group.rule, cluster, auth.version];
        this.registerOutputs({ endpoint: this.endpoint });
    }
}
