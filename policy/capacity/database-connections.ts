import { auroraConnections } from "../facts/stores";
import { CannotTell } from "../graph/cannot-tell";
import type { Release } from "../graph/release";
import type { StackResource } from "../graph/stack-resource";
import { demandOf, demandsOf, podsShown } from "./demand";

/** Pods that open connections, and how many each. */
export interface Openers {
    readonly pods: number;
    readonly each: number;
    /** `99 pods at the maximum (api 50 + 3, worker 30 + 1) with values.postgres.external.poolSize 10` */
    readonly shown: string;
    /** Path of what each opens. */
    readonly setting: string;
}

/** Tiers that only call the API over HTTP. */
const WITHOUT_POOL: readonly string[] = ["cron", "mcp"];

/** The tiers' pods, each with a pool of its own. */
export function tierOpeners(release: Release, stated: number): Openers {
    const tiers = demandsOf(release).filter(({ tier }) => !WITHOUT_POOL.includes(tier.name));
    const pods = tiers.reduce((sum, tier) => sum + tier.maxReplicas + tier.surge, 0);
    const each = poolSizeOf(release, stated);
    const setting = release.values.at("postgres.external.poolSize").path;
    const counted = tiers.map((tier) => `${tier.tier.name} ${podsShown(tier)}`).join(", ");
    return { pods, each, setting, shown: `${pods} pods at the maximum (${counted}) with ${setting} ${each}` };
}

/** What the database sees: PgBouncer's pods where it stands between, else the tiers'. */
export function openersOf(release: Release, stated: number): Openers {
    const pooler = release.pooler;
    const demand = pooler === undefined ? undefined : demandOf(pooler);
    if (pooler === undefined || demand === undefined) return tierOpeners(release, stated);
    const size = pooler.values.at("defaultPoolSize");
    const each = size.number();
    if (each === undefined) throw new CannotTell(`${size.path} is not set`, release.resource.urn);
    const pods = demand.maxReplicas + demand.surge;
    return {
        pods,
        each,
        setting: size.path,
        shown: `${pods} PgBouncers (${podsShown(demand)}) with ${size.path} ${each}`,
    };
}

function poolSizeOf(release: Release, stated: number): number {
    const place = release.values.at("postgres.external.poolSize");
    const pool = place.number() ?? stated;
    if (pool > 0) return pool;
    const reason = `${release.label}: ${place.path} is not set, so how many connections a pod opens is not known. Set it, or this policy's connectionsPerPod`;
    throw new CannotTell(reason, release.resource.urn);
}

const PARAMETERS = "aws:rds/clusterParameterGroup:ClusterParameterGroup";

/** `max_connections` as the cluster's parameter group sets it, else as Aurora derives it from the class. */
export function connectionsOf(instance: StackResource, cluster: StackResource): number {
    const [group] = cluster.references("dbClusterParameterGroupName", PARAMETERS);
    const set = group?.properties.items("parameters").find((one) => one.text("name") === "max_connections");
    const limit =
        set === undefined ? auroraConnections(instance.properties.text("instanceClass") ?? "") : set.number("value");
    if (limit !== undefined) return limit;
    const shown = instance.properties.shown("instanceClass");
    throw new CannotTell(`${instance.label}: how many connections ${shown} takes is not known`, instance.urn);
}
