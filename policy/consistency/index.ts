import type { Policy } from "../policy";
import { addressesAreTheStoresOwn } from "./addresses-are-the-stores-own";
import { auroraReadersMatchOverlay } from "./aurora-readers-match-overlay";
import { cacheVersionFitsQueues } from "./cache-version-fits-queues";
import { certificateFitsIngress } from "./certificate-fits-ingress";
import { chartChangesReplaceNoStore } from "./chart-changes-replace-no-store";
import { clusterEndpointIsReachable } from "./cluster-endpoint-is-reachable";
import { clusterVersionFitsChart } from "./cluster-version-fits-chart";
import { customResourcesHaveOperators } from "./custom-resources-have-operators";
import { databaseTlsMatchesUrl } from "./database-tls-matches-url";
import { databaseVersionFitsApplication } from "./database-version-fits-application";
import { eventBusBlockIsEnabled } from "./event-bus-block-is-enabled";
import { eventBusSelectorMatchesBroker } from "./event-bus-selector-matches-broker";
import { eventbridgePublisherHasBus } from "./eventbridge-publisher-has-bus";
import { externalModeHasAStore } from "./external-mode-has-a-store";
import { flowsAreScheduledOnce } from "./flows-are-scheduled-once";
import { gracePeriodsAreInOrder } from "./grace-periods-are-in-order";
import { healthCheckIsAProbe } from "./health-check-is-a-probe";
import { imagesCanBePulled } from "./images-can-be-pulled";
import { installerHasClusterAccess } from "./installer-has-cluster-access";
import { interactionStoreSelectorMatchesStore } from "./interaction-store-selector-matches-store";
import { interactionTablePartitionedByCustomer } from "./interaction-table-partitioned-by-customer";
import { jobsAreConsumedOnce } from "./jobs-are-consumed-once";
import { kafkaAuthenticationMatchesBroker } from "./kafka-authentication-matches-broker";
import { keepAliveOutlivesIdleTimeout } from "./keep-alive-outlives-idle-timeout";
import { keyspacesClientsSeeTheEndpoint } from "./keyspaces-clients-see-the-endpoint";
import { kubernetesObjectsGoToThisCluster } from "./kubernetes-objects-go-to-this-cluster";
import { largestPodFitsNode } from "./largest-pod-fits-node";
import { loadBalancerSubnetsMatchScheme } from "./load-balancer-subnets-match-scheme";
import { loadBalancersGoBeforeTheCluster } from "./load-balancers-go-before-the-cluster";
import { metadataHopLimitFitsPodRoles } from "./metadata-hop-limit-fits-pod-roles";
import { migrationKeepsOldStore } from "./migration-keeps-old-store";
import { mskAuthenticationMatchesEncryption } from "./msk-authentication-matches-encryption";
import { networkPoliciesAllowNamesAndIdentity } from "./network-policies-allow-names-and-identity";
import { networkPoliciesAreEnforced } from "./network-policies-are-enforced";
import { networkPolicyCoversStores } from "./network-policy-covers-stores";
import { noSecretsInPlainValues } from "./no-secrets-in-plain-values";
import { noStoreWithoutSelector } from "./no-store-without-selector";
import { nodeArchitecturesAgree } from "./node-architectures-agree";
import { nodeGroupsMatchTiers } from "./node-groups-match-tiers";
import { nodesFitControlPlane } from "./nodes-fit-control-plane";
import { optionalTiersHavePreconditions } from "./optional-tiers-have-preconditions";
import { placeholdersAreReplaced } from "./placeholders-are-replaced";
import { privateNodesReachServices } from "./private-nodes-reach-services";
import { protectionFitsStack } from "./protection-fits-stack";
import { readerEndpointTakesReads } from "./reader-endpoint-takes-reads";
import { readinessGatesGuardIpTargets } from "./readiness-gates-guard-ip-targets";
import { redisClusterModeMatchesCache } from "./redis-cluster-mode-matches-cache";
import { redisTlsMatchesUrl } from "./redis-tls-matches-url";
import { regionsAgree } from "./regions-agree";
import { releaseCanBeRendered } from "./release-can-be-rendered";
import { releaseWaitsForWhatItNeeds } from "./release-waits-for-what-it-needs";
import { requiredSecretsExist } from "./required-secrets-exist";
import { rolesMatchSelectedBackends } from "./roles-match-selected-backends";
import { rolesMayUseKeys } from "./roles-may-use-keys";
import { rotatedDatabasePasswordReachesPods } from "./rotated-database-password-reaches-pods";
import { searchAccessNamesPodRoles } from "./search-access-names-pod-roles";
import { searchSelectorMatchesDomain } from "./search-selector-matches-domain";
import { secretRecoveryFitsStack } from "./secret-recovery-fits-stack";
import { serviceAccountsHaveRoles } from "./service-accounts-have-roles";
import { storePortsMatchValues } from "./store-ports-match-values";
import { storedDataKeysAreKept } from "./stored-data-keys-are-kept";
import { storesAdmitOnlyThePods } from "./stores-admit-only-the-pods";
import { storesAdmitThePods } from "./stores-admit-the-pods";
import { storesShareTheNodesZones } from "./stores-share-the-nodes-zones";
import { systemPodsHaveNodes } from "./system-pods-have-nodes";
import { tiersMatchNodeGroups } from "./tiers-match-node-groups";
import { unmanagedBackendIsStated } from "./unmanaged-backend-is-stated";
import { volumesHaveADriver } from "./volumes-have-a-driver";
import { zoneStrictTiersHaveAGroupPerZone } from "./zone-strict-tiers-have-a-group-per-zone";

/** Chart and infrastructure agree. */
export const consistencyPolicies: readonly Policy[] = [
    addressesAreTheStoresOwn,
    auroraReadersMatchOverlay,
    cacheVersionFitsQueues,
    certificateFitsIngress,
    chartChangesReplaceNoStore,
    clusterEndpointIsReachable,
    clusterVersionFitsChart,
    customResourcesHaveOperators,
    databaseTlsMatchesUrl,
    databaseVersionFitsApplication,
    eventBusBlockIsEnabled,
    eventBusSelectorMatchesBroker,
    eventbridgePublisherHasBus,
    externalModeHasAStore,
    flowsAreScheduledOnce,
    gracePeriodsAreInOrder,
    healthCheckIsAProbe,
    imagesCanBePulled,
    installerHasClusterAccess,
    interactionStoreSelectorMatchesStore,
    interactionTablePartitionedByCustomer,
    jobsAreConsumedOnce,
    kafkaAuthenticationMatchesBroker,
    keepAliveOutlivesIdleTimeout,
    keyspacesClientsSeeTheEndpoint,
    kubernetesObjectsGoToThisCluster,
    largestPodFitsNode,
    loadBalancerSubnetsMatchScheme,
    loadBalancersGoBeforeTheCluster,
    metadataHopLimitFitsPodRoles,
    migrationKeepsOldStore,
    mskAuthenticationMatchesEncryption,
    networkPoliciesAllowNamesAndIdentity,
    networkPoliciesAreEnforced,
    networkPolicyCoversStores,
    noSecretsInPlainValues,
    noStoreWithoutSelector,
    nodeArchitecturesAgree,
    nodeGroupsMatchTiers,
    nodesFitControlPlane,
    optionalTiersHavePreconditions,
    placeholdersAreReplaced,
    privateNodesReachServices,
    protectionFitsStack,
    readerEndpointTakesReads,
    readinessGatesGuardIpTargets,
    redisClusterModeMatchesCache,
    redisTlsMatchesUrl,
    regionsAgree,
    releaseCanBeRendered,
    releaseWaitsForWhatItNeeds,
    requiredSecretsExist,
    rolesMatchSelectedBackends,
    rolesMayUseKeys,
    rotatedDatabasePasswordReachesPods,
    searchAccessNamesPodRoles,
    searchSelectorMatchesDomain,
    secretRecoveryFitsStack,
    serviceAccountsHaveRoles,
    storePortsMatchValues,
    storedDataKeysAreKept,
    storesAdmitOnlyThePods,
    storesAdmitThePods,
    storesShareTheNodesZones,
    systemPodsHaveNodes,
    tiersMatchNodeGroups,
    unmanagedBackendIsStated,
    volumesHaveADriver,
    zoneStrictTiersHaveAGroupPerZone,
];
