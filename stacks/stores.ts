import type * as pulumi from "@pulumi/pulumi";
import type { TierRoles } from "../infra/app/tier-roles";
import type { AlarmTopic } from "../infra/data/alarm-topic";
import type { Backend, StorePlacement } from "../infra/data/backend";
import { Msk } from "../infra/data/event-bus/msk";
import { DynamoDb } from "../infra/data/interaction-store/dynamodb";
import { Aurora } from "../infra/data/postgres/aurora";
import { ElastiCache } from "../infra/data/redis/elasticache";
import { OpenSearch } from "../infra/data/search/opensearch";
import { SEARCH_TIERS } from "../infra/data/search/opensearch-access";
import type { NetworkPlacement } from "../infra/network/placement";
import type { Account } from "./account";
import type { StackConfig } from "./config";

/** The data plane: one backend for each selector of the chart, or none where the selector's value needs nothing built. */
export interface Stores {
    readonly postgres: Aurora;
    readonly search: OpenSearch | undefined;
    /** All that are built. */
    readonly backends: readonly Backend[];
}

export interface StoreSurroundings extends Account {
    readonly network: NetworkPlacement;
    /** The security group of the nodes. */
    readonly nodeGroup: { readonly id: pulumi.Input<string> };
    readonly alarms: AlarmTopic;
    readonly protect: boolean;
}

/** Builds what the selectors name, side by side: no store waits for another or for the cluster. */
export function buildStores(config: StackConfig, surroundings: StoreSurroundings, roles: TierRoles): Stores {
    const { workload, size } = config;
    const { network, nodeGroup, alarms, ...account } = surroundings;
    const placement: StorePlacement = {
        ...account,
        vpcId: network.vpcId,
        subnets: network.dataSubnets,
        clientSecurityGroupId: nodeGroup.id,
        alarmTopicArn: alarms.arn,
        logRetentionDays: config.cluster.logRetentionDays,
    };
    const postgres = new Aurora("postgres", {
        placement,
        ...config.postgres,
        readers: workload.postgresExternalReplicas,
        maxConnections: size.connections.maxConnections,
    });
    const redis = new ElastiCache("redis", { placement, ...config.redis });
    const search = workload.search
        ? new OpenSearch("search", { placement, ...config.search, clientRoleArns: roles.arns(SEARCH_TIERS) })
        : undefined;
    const eventBus =
        workload.eventBus === "kafka"
            ? new Msk("kafka", { placement, ...config.kafka, topics: size.kafka.topics })
            : undefined;
    const interactions =
        workload.interactionStore === "dynamodb"
            ? new DynamoDb("interactions", {
                  placement,
                  ...config.interactionStore,
                  warmWritesPerSecond: size.warmThroughput.writeUnitsPerSecond,
                  warmReadsPerSecond: size.warmThroughput.readUnitsPerSecond,
              })
            : undefined;

    const backends = [postgres, redis, search, eventBus, interactions].filter((backend) => backend !== undefined);
    return { postgres, search, backends };
}
