import type { Policy } from "../policy";
import { autoscaledNumbersAreIgnored } from "./autoscaled-numbers-are-ignored";
import { cpuTargetsCanBeMeasured } from "./cpu-targets-can-be-measured";
import { databaseTakesAllConnections } from "./database-takes-all-connections";
import { nodeGroupsHoldMaximumReplicas } from "./node-groups-hold-maximum-replicas";
import { podDisruptionBudgetsLeaveRoom } from "./pod-disruption-budgets-leave-room";
import { replicaBoundsAreOrdered } from "./replica-bounds-are-ordered";
import { tiersSpanNodes } from "./tiers-span-nodes";
import { workloadsHaveOneScaler } from "./workloads-have-one-scaler";

/** Every maximum can be reached, every budget leaves room. */
export const capacityPolicies: readonly Policy[] = [
    autoscaledNumbersAreIgnored,
    cpuTargetsCanBeMeasured,
    databaseTakesAllConnections,
    nodeGroupsHoldMaximumReplicas,
    podDisruptionBudgetsLeaveRoom,
    replicaBoundsAreOrdered,
    tiersSpanNodes,
    workloadsHaveOneScaler,
];
