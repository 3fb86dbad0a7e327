import type { Release } from "../graph/release";
import type { Stack } from "../graph/stack";
import { releasePolicy } from "../policy";

interface Mode {
    /** The block of the values. */
    readonly block: "postgres" | "redis";
    readonly types: readonly string[];
}

const MODES: readonly Mode[] = [
    {
        block: "postgres",
        types: ["aws:rds/cluster:Cluster", "aws:rds/instance:Instance"],
    },
    {
        block: "redis",
        types: [
            "aws:elasticache/replicationGroup:ReplicationGroup",
            "aws:elasticache/serverlessCache:ServerlessCache",
            "aws:memorydb/cluster:Cluster",
        ],
    },
];

export const externalModeHasAStore = releasePolicy({
    id: "external-mode-has-a-store",
    title: "postgres.mode and redis.mode are external where the stack builds the store, and external has one to go to",
    why: "In another mode the pods use an unreplicated store inside the cluster, lost with its node, while the managed one idles.",
    fix: "Set the mode to external and give the address of the store",
    severity: "high",
    pitfalls: ["P-SEL-08"],
    links: ["https://docs.kaireonai.com/platform/values-large"],
    check: (release, stack, report) => {
        report.each(MODES, (mode) => {
            const place = release.values.at([mode.block, "mode"]);
            const told = place.text();
            const stores = stack.ofType(...mode.types).map(({ label }) => label);
            const given = release.values.at([mode.block, "external", "host"]);
            const host = given.state === "known" ? given.text() : undefined;
            if (told !== undefined && told !== "external" && stores.length > 0)
                report.violation(
                    `${release.label}: ${place.path} is ${told}, but the stack builds ${stores.join(", ")}. ` +
                        "Set it to external and give the store's address.",
                    release.resource,
                );
            if (told !== undefined && told !== "external" && stores.length === 0 && host)
                report.violation(
                    `${release.label}: ${place.path} is ${told}, but ${given.path} is ${host}. Set it to external, or clear the host.`,
                    release.resource,
                );
            if (told === "external" && !isReachable(release, stack, mode))
                report.violation(
                    `${release.label}: ${place.path} is external, but values.${mode.block}.external.host is ` +
                        `${given.shown()}. Give the address of a store.`,
                    release.resource,
                );
        });
    },
});

/** By a host that is given, else an output of a store under whatever key. A chart of other keys has no block `external`. */
function isReachable(release: Release, stack: Stack, { block, types }: Mode): boolean {
    const external = release.values.at([block, "external"]);
    const host = external.at("host");
    if (host.exists) return host.state === "unknown" || host.text() !== "";
    return !external.exists || stack.ofType(...types).some((store) => release.usesOutputOf(store));
}
