import type { Tier } from "../app/tiers";
import { maxConnections, RESERVED_CONNECTIONS } from "../facts/aurora-postgresql";
import type { Workload } from "./workload";

/** Connections to the writer when every tier runs its maximum in the middle of a rolling update. */
export interface ConnectionDemand {
    readonly connections: number;
    readonly pods: number;
    /** What an instance of the class gives to clients, AWS's own share taken off; `undefined` when the class has no known figure. */
    readonly available: number | undefined;
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
    const limit = maxConnections(instanceClass);
    return {
        pods,
        connections: pods * poolSizePerPod,
        available: limit === undefined ? undefined : limit - RESERVED_CONNECTIONS,
    };
}
