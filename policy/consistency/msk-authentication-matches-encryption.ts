import type { Stack } from "../graph/stack";
import type { StackResource } from "../graph/stack-resource";
import { type Report, stackPolicy } from "../policy";

const CLUSTER = "aws:msk/cluster:Cluster";
const SECRET = "aws:secretsmanager/secret:Secret";
const SECRETS_OF_CLUSTER = "aws:msk/scramSecretAssociation:ScramSecretAssociation";
const ONE_SECRET_OF_CLUSTER = "aws:msk/singleScramSecretAssociation:SingleScramSecretAssociation";

export const mskAuthenticationMatchesEncryption = stackPolicy({
    id: "msk-authentication-matches-encryption",
    title: "MSK with SASL encrypts in transit, and SCRAM has a secret that MSK accepts",
    why: "MSK refuses SASL without TLS when it creates the cluster, and SCRAM clients without an associated secret at the handshake.",
    fix: "Set clientBroker to TLS and inCluster to true; for SCRAM associate a secret named AmazonMSK_… that has a key of the stack",
    severity: "high",
    pitfalls: ["P-IAM-05"],
    links: ["https://docs.aws.amazon.com/msk/latest/developerguide/msk-password-tutorial.html"],
    types: [CLUSTER],
    check: (stack, report) => {
        report.each(stack.ofType(CLUSTER), (cluster) => {
            if (!cluster.gives("clientAuthentication")) return;
            const sasl = cluster.properties.at("clientAuthentication.sasl");
            const scram = sasl.flag("scram") === true;
            if (scram || sasl.flag("iam") === true) checkEncryption(cluster, report);
            if (scram) checkSecrets(cluster, stack, report);
        });
    },
});

function checkEncryption(cluster: StackResource, report: Report): void {
    if (!cluster.gives("encryptionInfo")) return;
    const transit = cluster.properties.at("encryptionInfo.encryptionInTransit");
    const start = `${cluster.label}: clientAuthentication.sasl is on, but encryptionInfo.encryptionInTransit`;
    if (transit.flag("inCluster") === false)
        report.violation(`${start}.inCluster is false; it must be true. Set it.`, cluster);
    if (transit.text("clientBroker") === "PLAINTEXT")
        report.violation(`${start}.clientBroker is PLAINTEXT; it must be TLS or TLS_PLAINTEXT. Set TLS.`, cluster);
}

function checkSecrets(cluster: StackResource, stack: Stack, report: Report): void {
    const associations = [
        ...stack.referringTo(cluster, SECRETS_OF_CLUSTER, "clusterArn"),
        ...stack.referringTo(cluster, ONE_SECRET_OF_CLUSTER, "clusterArn"),
    ];
    if (associations.length === 0)
        report.violation(
            `${cluster.label}: clientAuthentication.sasl.scram is true, but no secret is associated with it: nobody can log in. Add an ${SECRETS_OF_CLUSTER}.`,
            cluster,
        );
    const candidates = stack.ofType(SECRET);
    const secrets = associations.flatMap((one) =>
        ["secretArnLists", "secretArn"].flatMap((property) => one.references(property, SECRET, candidates)),
    );
    for (const secret of secrets) {
        const name = secret.properties.text(secret.gives("namePrefix") ? "namePrefix" : "name") ?? "";
        if (!name.startsWith("AmazonMSK_"))
            report.violation(
                `${secret.label}: name is ${name}; MSK takes only secrets named AmazonMSK_…. Rename it.`,
                secret,
            );
        if (!secret.gives("kmsKeyId"))
            report.violation(
                `${secret.label}: kmsKeyId is not set; MSK takes no secret under the default key. Set it.`,
                secret,
            );
    }
}
