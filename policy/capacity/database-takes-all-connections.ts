import { storeOf } from "../consistency/chosen-store";
import { CONNECTIONS_FOR_AWS } from "../facts/stores";
import { CannotTell } from "../graph/cannot-tell";
import type { Release } from "../graph/release";
import type { Stack } from "../graph/stack";
import type { StackResource } from "../graph/stack-resource";
import { releasePolicy } from "../policy";
import { connectionsOf } from "./database-connections";
import { demandsOf, podsShown } from "./demand";

const CLUSTER = "aws:rds/cluster:Cluster";
const INSTANCE = "aws:rds/clusterInstance:ClusterInstance";
const PROXY_TARGET = "aws:rds/proxyTarget:ProxyTarget";
/** Tiers that only call the API over HTTP. */
const WITHOUT_POOL: readonly string[] = ["cron", "mcp"];

export const databaseTakesAllConnections = releasePolicy({
    id: "database-takes-all-connections",
    title: "All pods at their maximum open fewer connections than any instance of the database takes",
    why: "Each pod opens a pool of its own: at the peak the last ones are refused, and then all pods reconnect at once.",
    fix: "Lower postgres.external.poolSize or the maximum replicas, take a larger class, or put a proxy between",
    severity: "high",
    pitfalls: ["P-CAP-04"],
    links: ["https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraPostgreSQL.Managing.html"],
    settings: {
        connectionsPerPod: {
            description:
                "Connections that a pod opens at most, where values.postgres.external.poolSize does not say (0: not stated)",
            default: 0,
            minimum: 0,
        },
    },
    check: (release, stack, report, settings) => {
        const cluster = storeOf(release, stack, CLUSTER);
        if (cluster === undefined || hasProxy(cluster, stack)) return;
        const pool = poolOf(release, settings.connectionsPerPod);
        const tiers = demandsOf(release).filter(({ tier }) => !WITHOUT_POOL.includes(tier.name));
        const pods = tiers.reduce((sum, tier) => sum + tier.maxReplicas + tier.surge, 0);
        report.each(stack.referringTo(cluster, INSTANCE, "clusterIdentifier"), (instance) => {
            const has = connectionsOf(instance, cluster) - CONNECTIONS_FOR_AWS;
            if (pods * pool <= has) return;
            const shown = tiers.map((tier) => `${tier.tier.name} ${podsShown(tier)}`).join(", ");
            report.violation(
                `${release.label}: ${pods} pods at the maximum (${shown}) with values.postgres.external.poolSize ${pool} open ${pods * pool} connections, ` +
                    `but ${instance.label} takes ${has} (${instance.properties.text("instanceClass")}). ` +
                    `Set poolSize to at most ${Math.floor(has / pods)}, or take a larger class.`,
                instance,
            );
        });
    },
});

function poolOf(release: Release, stated: number): number {
    const place = release.values.at("postgres.external.poolSize");
    const pool = place.number() ?? stated;
    if (pool > 0) return pool;
    const reason = `${release.label}: ${place.path} is not set, so how many connections a pod opens is not known. Set it, or this policy's connectionsPerPod`;
    throw new CannotTell(reason, release.resource.urn);
}

function hasProxy(cluster: StackResource, stack: Stack): boolean {
    return stack.referringTo(cluster, PROXY_TARGET, "dbClusterIdentifier").length > 0;
}
