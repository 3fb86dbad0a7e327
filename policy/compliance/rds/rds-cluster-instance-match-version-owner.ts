import { stackPolicy } from "../../policy";

const CLUSTER = "aws:rds/cluster:Cluster";
const INSTANCE = "aws:rds/clusterInstance:ClusterInstance";

export const rdsClusterInstanceMatchVersionOwner = stackPolicy({
    id: "rds-cluster-instance-match-version-owner",
    title: "Either AWS or the program upgrades Aurora's minor version, exactly one of them",
    why: "The controls ask for upgrades by AWS. A program that pins a minor release (17.7) makes the upgrades itself: with both, the next update wants to go back, with neither, security fixes never arrive.",
    fix: "Name the major version alone and set autoMinorVersionUpgrade to true, or pin a minor release and set it to false",
    severity: "high",
    controls: [
        "RDS.13",
        "RDS.35",
        "CIS-AWS-3.0.0/2.3.2",
        "CIS-AWS-5.0.0/2.2.2",
        "CIS-AWS-6.0.0/3.2.2",
        "CIS-AWS-7.0.0/3.2.2",
    ],
    links: ["https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html#rds-13"],
    types: [CLUSTER],
    check: (stack, report) =>
        report.each(stack.ofType(CLUSTER), (cluster) => {
            const version = cluster.gives("engineVersion") ? cluster.properties.text("engineVersion") : undefined;
            const isPinned = version?.includes(".") === true && !cluster.ignoreChanges.includes("engineVersion");
            report.each(stack.referringTo(cluster, INSTANCE, "clusterIdentifier"), (instance) => {
                const place = instance.properties.at("autoMinorVersionUpgrade");
                const byAws = instance.gives("autoMinorVersionUpgrade") ? place.flag() !== false : true;
                if (byAws !== isPinned) return;
                const who = isPinned ? "which the next update would undo" : "so nobody upgrades it";
                report.violation(
                    `${instance.label}: autoMinorVersionUpgrade is ${byAws} while engineVersion of ${cluster.name} is ${version ?? "not set"}, ${who}. Set it to ${!byAws}, or ${isPinned ? "name the major version alone" : "pin a minor release"}.`,
                    instance,
                );
            });
        }),
});
