import type { Input } from "@pulumi/pulumi";
import type { Pool, TierWorkload } from "../sizing/workload";
import { APPLICATION_SECRETS } from "./application-secrets";
import { type ChartValues, mergeValues } from "./chart-values";
import { TIERS, type Tier } from "./tiers";

/** Label of the nodes and key of their taint. */
export const TIER_LABEL = "kaireon.ai/tier";

/** Pools whose nodes carry the taint `kaireon.ai/tier=<pool>:NoSchedule`; the others only the label. */
const TAINTED_POOLS: readonly Pool[] = ["api", "worker", "ml"];

/** A tier and the pool whose nodes it runs on. */
export type PlacedTier = Pick<TierWorkload, "tier" | "pool">;

export interface ComputedValuesArgs {
    readonly region: string;
    readonly tiers: readonly PlacedTier[];
    /** Connections that one pod opens at most; the writer's `max_connections` is checked against it. */
    readonly postgresPoolSize: number;
    readonly images: ImageSettings;
    readonly ingress: IngressSettings;
    readonly network: NetworkRanges;
    /** The secret of `ApplicationSecrets`. */
    readonly applicationSecretArn: Input<string>;
    /** `values` of the selected backends. */
    readonly backends: readonly ChartValues[];
}

export interface ImageSettings {
    /** Host and path before the repositories. */
    readonly registry: string;
    readonly tag: string;
    /** Repositories, without registry and tag. */
    readonly api: string;
    readonly worker: string;
    readonly mlWorker: string;
}

export interface IngressSettings {
    readonly host: string;
    /** ACM certificate of the host, in the stack's region. */
    readonly certificateArn: string;
    readonly scheme: "internet-facing" | "internal";
    readonly allowedCidrs: readonly string[];
}

export interface NetworkRanges {
    /** Where the load balancer and the interface endpoints are. */
    readonly vpcCidr: Input<string>;
    /** Where the stores are, one range per zone. */
    readonly dataCidrs: readonly Input<string>[];
}

/**
 * What the program knows and the chart must be told. Laid over the chart's own values and under the user's: `mergeValues(base,
 * overlay, computed, user)`. No secret is in it, only where External Secrets finds one.
 */
export function computedValues(args: ComputedValuesArgs): ChartValues {
    return mergeValues(
        placement(args.tiers),
        images(args.images),
        {
            config: {
                AWS_REGION: args.region,
                // Empty or "*" is what the vendor warns of; the interface is served from the same origin.
                CORS_ALLOWED_ORIGINS: `https://${args.ingress.host}`,
            },
            postgres: { external: { poolSize: args.postgresPoolSize } },
            externalSecrets: {
                enabled: true,
                region: args.region,
                application: { secretArn: args.applicationSecretArn, keys: [...APPLICATION_SECRETS] },
            },
            ingress: { enabled: true, ...args.ingress, allowedCidrs: [...args.ingress.allowedCidrs] },
            networkPolicy: {
                enabled: true,
                vpcCidr: args.network.vpcCidr,
                dataCidrs: [...args.network.dataCidrs],
            },
        },
        ...args.backends,
    );
}

/** Node selector and tolerations by tier. The api's are the overlay's own: whoever changes them there is not overruled here. */
function placement(tiers: readonly PlacedTier[]): ChartValues {
    const placed = tiers.filter(({ tier }) => tier !== "api");
    return Object.fromEntries(
        placed.map(({ tier, pool }) => [
            tier,
            {
                nodeSelector: { [TIER_LABEL]: pool },
                tolerations: TAINTED_POOLS.includes(pool)
                    ? [{ key: TIER_LABEL, operator: "Equal", value: pool, effect: "NoSchedule" }]
                    : [],
            },
        ]),
    );
}

/** The CronJobs run curl and no image of the product. */
const IMAGE_OF: Readonly<Record<Exclude<Tier, "cron">, "api" | "worker" | "mlWorker">> = {
    api: "api",
    worker: "worker",
    mlWorker: "mlWorker",
    outboxPublisher: "worker",
    stream: "worker",
    mcp: "api",
};

function images(settings: ImageSettings): ChartValues {
    const tiers = TIERS.filter((tier) => tier !== "cron");
    return {
        image: { registry: settings.registry, tag: settings.tag },
        ...Object.fromEntries(tiers.map((tier) => [tier, { image: { repository: settings[IMAGE_OF[tier]] } }])),
    };
}
