import type { Policy } from "../policy";
import { apiPodsServeTheTargetRate } from "./api-pods-serve-the-target-rate";
import { autoscaledNumbersAreIgnored } from "./autoscaled-numbers-are-ignored";
import { brokerVolumesHoldTheRetention } from "./broker-volumes-hold-the-retention";
import { brokersCarryAllPartitions } from "./brokers-carry-all-partitions";
import { cpuTargetsCanBeMeasured } from "./cpu-targets-can-be-measured";
import { databaseTakesAllConnections } from "./database-takes-all-connections";
import { eventBusTakesTheTargetRate } from "./event-bus-takes-the-target-rate";
import { interactionTableTakesTheTargetRate } from "./interaction-table-takes-the-target-rate";
import { nodeGroupsHoldMaximumReplicas } from "./node-groups-hold-maximum-replicas";
import { partitionsServeAllConsumers } from "./partitions-serve-all-consumers";
import { podDisruptionBudgetsLeaveRoom } from "./pod-disruption-budgets-leave-room";
import { poolerTakesAllPods } from "./pooler-takes-all-pods";
import { queueKeysStayOnOneShard } from "./queue-keys-stay-on-one-shard";
import { queuesAreNeverEvicted } from "./queues-are-never-evicted";
import { replicaBoundsAreOrdered } from "./replica-bounds-are-ordered";
import { searchMastersLeadAllDataNodes } from "./search-masters-lead-all-data-nodes";
import { searchNodesHoldAllShards } from "./search-nodes-hold-all-shards";
import { serviceQuotasCoverTheMaximum } from "./service-quotas-cover-the-maximum";
import { shardsHoldTheCache } from "./shards-hold-the-cache";
import { streamConsumersFitTheStream } from "./stream-consumers-fit-the-stream";
import { subnetsHoldAllAddresses } from "./subnets-hold-all-addresses";
import { tiersHaveDisruptionBudgets } from "./tiers-have-disruption-budgets";
import { tiersSpanNodes } from "./tiers-span-nodes";
import { topicsOfTheProductExist } from "./topics-of-the-product-exist";
import { topicsSurviveALostBroker } from "./topics-survive-a-lost-broker";
import { workloadsHaveOneScaler } from "./workloads-have-one-scaler";

/** Every maximum can be reached, every budget leaves room. */
export const capacityPolicies: readonly Policy[] = [
    apiPodsServeTheTargetRate,
    autoscaledNumbersAreIgnored,
    brokerVolumesHoldTheRetention,
    brokersCarryAllPartitions,
    cpuTargetsCanBeMeasured,
    databaseTakesAllConnections,
    eventBusTakesTheTargetRate,
    interactionTableTakesTheTargetRate,
    nodeGroupsHoldMaximumReplicas,
    partitionsServeAllConsumers,
    podDisruptionBudgetsLeaveRoom,
    poolerTakesAllPods,
    queueKeysStayOnOneShard,
    queuesAreNeverEvicted,
    replicaBoundsAreOrdered,
    searchMastersLeadAllDataNodes,
    searchNodesHoldAllShards,
    serviceQuotasCoverTheMaximum,
    shardsHoldTheCache,
    streamConsumersFitTheStream,
    subnetsHoldAllAddresses,
    tiersHaveDisruptionBudgets,
    tiersSpanNodes,
    topicsOfTheProductExist,
    topicsSurviveALostBroker,
    workloadsHaveOneScaler,
];
