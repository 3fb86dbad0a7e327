import type { Policy } from "../policy";
import { auroraReadersMatchOverlay } from "./aurora-readers-match-overlay";
import { eventBusSelectorMatchesBroker } from "./event-bus-selector-matches-broker";

/** Chart and infrastructure agree. */
export const consistencyPolicies: readonly Policy[] = [auroraReadersMatchOverlay, eventBusSelectorMatchesBroker];
