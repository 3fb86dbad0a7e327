import { CannotTell } from "../graph/cannot-tell";
import type { Release } from "../graph/release";
import type { Stack } from "../graph/stack";
import type { StackResource } from "../graph/stack-resource";
import { releasePolicy } from "../policy";

const CLUSTER = "aws:rds/cluster:Cluster";
const INSTANCE = "aws:rds/clusterInstance:ClusterInstance";

export const auroraReadersMatchOverlay = releasePolicy({
    id: "aurora-readers-match-overlay",
    title: "postgresExternalReplicas is the number of Aurora instances beside the writer",
    why: "The analytics path decides by this number whether to send reads to readers; the chart neither makes readers nor checks them.",
    fix: "Set postgresExternalReplicas to the number of readers, or build as many as it says",
    severity: "medium",
    pitfalls: ["P-SEL-09"],
    links: ["https://docs.kaireonai.com/platform/values-large"],
    check: (release, stack, report) => {
        const place = release.values.at("postgresExternalReplicas");
        const told = place.number() ?? 0;
        const cluster = databaseOf(release, stack);
        if (cluster === undefined) return;
        const instances = stack.referringTo(cluster, INSTANCE, "clusterIdentifier").length;
        const readers = Math.max(instances - 1, 0);
        if (told === readers) return;
        report.violation(
            `${release.label}: ${place.path} is ${place.exists ? told : "not set, which means 0"}, but ${cluster.label} has ${readers} ` +
                `(${instances} instances, one of them the writer). Set it to ${readers}, or build ${told} readers.`,
            release.resource,
        );
    },
});

/** The cluster that the release talks to; undefined when the stack holds none, as with an existing database. */
function databaseOf(release: Release, stack: Stack): StackResource | undefined {
    const clusters = stack.ofType(CLUSTER);
    const [only, ...others] =
        clusters.length > 1 ? clusters.filter((cluster) => release.usesOutputOf(cluster)) : clusters;
    if (clusters.length > 1 && (only === undefined || others.length > 0)) {
        const names = clusters.map(({ name }) => name).join(", ");
        throw new CannotTell(
            `which of the Aurora clusters ${names} ${release.label} uses does not show in its values`,
            release.resource.urn,
        );
    }
    return only;
}
