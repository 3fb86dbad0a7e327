import { stackPolicy } from "../../policy";
import { CLUSTER } from "./cluster-parameters";

export const rdsClusterDisallowPlainPassword = stackPolicy({
    id: "rds-cluster-disallow-plain-password",
    title: "No password of Aurora's administrator is written in the program or its config",
    why: "Whoever can read the program, its config or its state can be the database's administrator, and nobody ever changes the password.",
    fix: "Set manageMasterUserPassword to true, so that RDS makes, keeps and rotates the password",
    severity: "high",
    controls: ["RDS_CLUSTER_MASTER_USER_PASSWORD_NO_PLAINTEXT_PASSWORD"],
    links: ["https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/rds-secrets-manager.html"],
    types: [CLUSTER],
    check: (stack, report) => {
        for (const cluster of stack.ofType(CLUSTER)) {
            for (const property of ["masterPassword", "masterPasswordWo"]) {
                // Made of another resource, such as a generated password, it is not a literal.
                const isWritten = cluster.properties.at(property).exists && cluster.sources(property).length === 0;
                if (!isWritten || !cluster.gives(property)) continue;
                report.violation(
                    `${cluster.label}: ${property} is a value of the program or its config. Set manageMasterUserPassword to true instead.`,
                    cluster,
                );
            }
        }
    },
});
