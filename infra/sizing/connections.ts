import type { Tier } from "../app/tiers";
import { maxConnections, RESERVED_CONNECTIONS } from "../facts/aurora-postgresql";
import type { Workload } from "./workload";

/** Connections to the writer when every tier runs its maximum in the middle of a rolling update. */
export interface ConnectionDemand {
    readonly connections: number;
    readonly pods: number;
    /** `max_connections` of the class, and what of it is left for clients when AWS's own share is taken off; 0 when it is not known. */
    readonly maxConnections: number;
    readonly available: number;
}

/** Tiers whose pods open no pool: the cron jobs only call the API over HTTP, and so does the MCP server. */
const WITHOUT_DATABASE: ReadonlySet<Tier> = new Set<Tier>(["cron", "mcp"]);

/**
 * Every pod may open its whole pool on the writer; readers get the read-only queries of the same pods through pools of their own, so
 * no instance sees more than the writer does. A reader that is promoted takes over the writer's connections: all have one class.
 *
 * @param poolSizePerPod connections that one pod opens at most
 */
export function connectionDemand(workload: Workload, poolSizePerPod: number, instanceClass: string): ConnectionDemand {
    const pods = workload.tiers
        .filter((tier) => tier.enabled && !WITHOUT_DATABASE.has(tier.tier))
        .reduce((sum, tier) => sum + tier.maxReplicas + tier.maxSurge, 0);
    const limit = maxConnections(instanceClass) ?? 0;
    return {
        pods,
        connections: pods * poolSizePerPod,
        maxConnections: limit,
        available: Math.max(0, limit - RESERVED_CONNECTIONS),
    };
}
