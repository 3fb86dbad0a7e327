import type { Policy } from "../policy";
import { databaseTakesAllConnections } from "./database-takes-all-connections";
import { nodeGroupsHoldMaximumReplicas } from "./node-groups-hold-maximum-replicas";
import { podDisruptionBudgetsLeaveRoom } from "./pod-disruption-budgets-leave-room";
import { tiersSpanNodes } from "./tiers-span-nodes";

/** Every maximum can be reached, every budget leaves room. */
export const capacityPolicies: readonly Policy[] = [
    databaseTakesAllConnections,
    nodeGroupsHoldMaximumReplicas,
    podDisruptionBudgetsLeaveRoom,
    tiersSpanNodes,
];
