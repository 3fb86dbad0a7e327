import type { Policy } from "../policy";
import { auroraReadersMatchOverlay } from "./aurora-readers-match-overlay";
import { eventBusSelectorMatchesBroker } from "./event-bus-selector-matches-broker";
import { eventbridgePublisherHasBus } from "./eventbridge-publisher-has-bus";
import { interactionStoreSelectorMatchesStore } from "./interaction-store-selector-matches-store";
import { interactionTablePartitionedByCustomer } from "./interaction-table-partitioned-by-customer";
import { kafkaAuthenticationMatchesBroker } from "./kafka-authentication-matches-broker";
import { largestPodFitsNode } from "./largest-pod-fits-node";
import { noStoreWithoutSelector } from "./no-store-without-selector";
import { nodeArchitecturesAgree } from "./node-architectures-agree";
import { nodeGroupsMatchTiers } from "./node-groups-match-tiers";
import { redisClusterModeMatchesCache } from "./redis-cluster-mode-matches-cache";
import { searchSelectorMatchesDomain } from "./search-selector-matches-domain";
import { storesShareTheNodesZones } from "./stores-share-the-nodes-zones";
import { systemPodsHaveNodes } from "./system-pods-have-nodes";
import { tiersMatchNodeGroups } from "./tiers-match-node-groups";
import { unmanagedBackendIsStated } from "./unmanaged-backend-is-stated";
import { volumesHaveADriver } from "./volumes-have-a-driver";
import { zoneStrictTiersHaveAGroupPerZone } from "./zone-strict-tiers-have-a-group-per-zone";

/** Chart and infrastructure agree. */
export const consistencyPolicies: readonly Policy[] = [
    auroraReadersMatchOverlay,
    eventBusSelectorMatchesBroker,
    eventbridgePublisherHasBus,
    interactionStoreSelectorMatchesStore,
    interactionTablePartitionedByCustomer,
    kafkaAuthenticationMatchesBroker,
    largestPodFitsNode,
    noStoreWithoutSelector,
    nodeArchitecturesAgree,
    nodeGroupsMatchTiers,
    redisClusterModeMatchesCache,
    searchSelectorMatchesDomain,
    storesShareTheNodesZones,
    systemPodsHaveNodes,
    tiersMatchNodeGroups,
    unmanagedBackendIsStated,
    volumesHaveADriver,
    zoneStrictTiersHaveAGroupPerZone,
];
