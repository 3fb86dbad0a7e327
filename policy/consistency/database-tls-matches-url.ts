import type { Stack } from "../graph/stack";
import type { StackResource } from "../graph/stack-resource";
import { releasePolicy } from "../policy";
import { storesOf } from "./stores-of";

const CLUSTER = "aws:rds/cluster:Cluster";
const PARAMETERS = "aws:rds/clusterParameterGroup:ClusterParameterGroup";

const ENCRYPTING = ["require", "verify-ca", "verify-full"];
const VERIFYING = ["verify-ca", "verify-full"];

export const databaseTlsMatchesUrl = releasePolicy({
    id: "database-tls-matches-url",
    title: "Pods speak TLS to a database that insists on it, and have the certificates that they check",
    why: "The database refuses a connection without encryption; a client that verifies without Amazon's certificates refuses the database.",
    fix: "Set postgres.external.sslMode to require or stricter, and give the certificates with verify-ca and verify-full",
    severity: "high",
    pitfalls: ["P-SEC-02"],
    links: ["https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraPostgreSQL.Security.html"],
    check: (release, stack, report) => {
        const mode = release.values.at("postgres.external.sslMode");
        if (!mode.exists) return;
        report.each(storesOf(release, stack, CLUSTER), (cluster) => {
            const insists = insistsBy(cluster, stack);
            if (insists !== undefined && !ENCRYPTING.includes(mode.text() ?? ""))
                report.violation(
                    `${release.label}: ${mode.path} is ${mode.text()}, but ${cluster.label} insists on TLS (${insists}). Set it to require or stricter.`,
                    release.resource,
                );
        });
        const bundle = release.values.at("postgres.external.caBundle");
        if (!VERIFYING.includes(mode.text() ?? "") || bundle.state === "unknown" || (bundle.text() ?? "") !== "")
            return;
        report.violation(
            `${release.label}: ${mode.path} is ${mode.text()}, but ${bundle.path} is ${bundle.shown()}: pods have no certificate to check with. Give the bundle of the region.`,
            release.resource,
        );
    },
});

/** What makes the database refuse plain text; undefined when nothing does. */
function insistsBy(cluster: StackResource, stack: Stack): string | undefined {
    const iam = "iamDatabaseAuthenticationEnabled";
    if (cluster.gives(iam) && cluster.properties.flag(iam) === true) return `${iam} is true`;
    const groups = cluster.references("dbClusterParameterGroupName", PARAMETERS, stack.ofType(PARAMETERS));
    const parameters = groups.flatMap((group) =>
        group.gives("parameters") ? group.properties.items("parameters") : [],
    );
    const forced = parameters.find((parameter) => parameter.text("name") === "rds.force_ssl");
    return forced?.text("value") === "1" ? "rds.force_ssl is 1" : undefined;
}
