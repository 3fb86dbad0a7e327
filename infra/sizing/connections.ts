import type { Tier } from "../app/tiers";
import { maxConnections, RESERVED_CONNECTIONS } from "../facts/aurora-postgresql";
import type { Workload } from "./workload";

/** Connections to the writer when every tier runs its maximum in the middle of a rolling update. */
export interface ConnectionDemand {
    /** What the writer sees: of the pods themselves, or of the pooler between. */
    readonly connections: number;
    /** Pods that open them: of the tiers, or of the pooler. */
    readonly openedBy: number;
    /** Pods of the tiers that use the database. */
    readonly pods: number;
    /** What these pods open, to the writer and to the readers; the pooler must take all of it. */
    readonly podConnections: number;
    /** `max_connections` of the class, and what of it is left for clients when AWS's own share is taken off; 0 when it is not known. */
    readonly maxConnections: number;
    readonly available: number;
}

/** Tiers whose pods open no pool: the cron jobs only call the API over HTTP, and so does the MCP server. */
const WITHOUT_DATABASE: ReadonlySet<Tier> = new Set<Tier>(["cron", "mcp"]);

/**
 * Every pod may open its whole pool on the writer; readers get the read-only queries of the same pods through pools of their own, so
 * no instance sees more than the writer does. A reader that is promoted takes over the writer's connections: all have one class.
 * With the pooler, pods open their pools on it, and the writer sees the pooler's alone.
 *
 * @param poolSizePerPod connections that one pod opens at most
 */
export function connectionDemand(workload: Workload, poolSizePerPod: number, instanceClass: string): ConnectionDemand {
    const { pooler } = workload;
    const pods = workload.tiers
        .filter((tier) => tier.enabled && !WITHOUT_DATABASE.has(tier.tier))
        .reduce((sum, tier) => sum + tier.maxReplicas + tier.maxSurge, 0);
    const openedBy = pooler === undefined ? pods : pooler.replicas + pooler.surge;
    const limit = maxConnections(instanceClass) ?? 0;
    return {
        connections: openedBy * (pooler?.defaultPoolSize ?? poolSizePerPod),
        openedBy,
        pods,
        podConnections: pods * poolSizePerPod * (workload.postgresExternalReplicas > 0 ? 2 : 1),
        maxConnections: limit,
        available: Math.max(0, limit - RESERVED_CONNECTIONS),
    };
}
