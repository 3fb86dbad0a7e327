import type { Policy } from "../policy";
import { podDisruptionBudgetsLeaveRoom } from "./pod-disruption-budgets-leave-room";

/** Every maximum can be reached, every budget leaves room. */
export const capacityPolicies: readonly Policy[] = [podDisruptionBudgetsLeaveRoom];
