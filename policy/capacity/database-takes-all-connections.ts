import { storeOf } from "../consistency/chosen-store";
import { CONNECTIONS_FOR_AWS } from "../facts/stores";
import type { Stack } from "../graph/stack";
import type { StackResource } from "../graph/stack-resource";
import { releasePolicy } from "../policy";
import { connectionsOf, openersOf } from "./database-connections";

const CLUSTER = "aws:rds/cluster:Cluster";
const INSTANCE = "aws:rds/clusterInstance:ClusterInstance";
const PROXY_TARGET = "aws:rds/proxyTarget:ProxyTarget";

export const databaseTakesAllConnections = releasePolicy({
    id: "database-takes-all-connections",
    title: "All pods at their maximum open fewer connections than any instance of the database takes",
    why: "Each pod opens a pool of its own: at the peak the last ones are refused, and then all pods reconnect at once.",
    fix: "Lower postgres.external.poolSize or the maximum replicas, take a larger class, or put PgBouncer between (postgres.pooler.enabled)",
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
        const { pods, each, shown, setting } = openersOf(release, settings.connectionsPerPod);
        const pooler = release.pooler === undefined ? ", or set postgres.pooler.enabled" : "";
        report.each(stack.referringTo(cluster, INSTANCE, "clusterIdentifier"), (instance) => {
            const has = connectionsOf(instance, cluster) - CONNECTIONS_FOR_AWS;
            if (pods * each <= has) return;
            const fit = Math.floor(has / pods);
            const lower = fit > 0 ? `Set ${setting.split(".").at(-1)} to at most ${fit}, or take` : "Take";
            report.violation(
                `${release.label}: ${shown} open ${pods * each} connections, but ${instance.label} takes ${has} ` +
                    `(${instance.properties.text("instanceClass")}). ${lower} a larger class${pooler}.`,
                instance,
            );
        });
    },
});

function hasProxy(cluster: StackResource, stack: Stack): boolean {
    return stack.referringTo(cluster, PROXY_TARGET, "dbClusterIdentifier").length > 0;
}
