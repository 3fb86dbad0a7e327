import type { PolicyCases } from "../../test/policy/cases";
import type { StackFixture } from "../../test/policy/stack-fixture";

const CLUSTER = "aws:msk/cluster:Cluster";
const SECRET = "aws:secretsmanager/secret:Secret";

function withScram(stack: StackFixture, secret: Readonly<Record<string, unknown>>): StackFixture {
    return stack
        .set(CLUSTER, "kafka", "clientAuthentication.sasl.scram", true)
        .add({
            type: SECRET,
            name: "scram",
            props: { description: "Login of the platform", recoveryWindowInDays: 30, ...secret },
            from: { kmsKeyId: ["kafka-key"] },
            protect: true,
        })
        .add({
            type: "aws:msk/scramSecretAssociation:ScramSecretAssociation",
            name: "scram-of-kafka",
            props: {},
            from: { clusterArn: ["kafka"], secretArnLists: ["scram"] },
        });
}

export const cases: PolicyCases = {
    violations: [
        {
            when: "clients that log in with SASL may not encrypt",
            change: (stack) =>
                stack.set(CLUSTER, "kafka", "encryptionInfo.encryptionInTransit.clientBroker", "PLAINTEXT"),
            also: { "msk-cluster-disallow-plaintext-clients": "it asks every cluster for TLS by itself" },
            at: "aws:msk/cluster:Cluster kafka",
            message:
                "kafka (aws:msk/cluster:Cluster): clientAuthentication.sasl is on, but encryptionInfo.encryptionInTransit.clientBroker is PLAINTEXT; it must be TLS or TLS_PLAINTEXT. Set TLS.",
        },
        {
            when: "SCRAM is on and there is no secret",
            change: (stack) => stack.set(CLUSTER, "kafka", "clientAuthentication.sasl.scram", true),
            at: "aws:msk/cluster:Cluster kafka",
            message:
                "kafka (aws:msk/cluster:Cluster): clientAuthentication.sasl.scram is true, but no secret is associated with it: nobody can log in. Add an aws:msk/scramSecretAssociation:ScramSecretAssociation.",
        },
        {
            when: "the secret has a name that MSK refuses",
            change: (stack) =>
                withScram(stack, { name: "scram", kmsKeyId: "arn:aws:kms:eu-west-1:123456789012:key/1" }),
            at: "aws:secretsmanager/secret:Secret scram",
            message:
                "scram (aws:secretsmanager/secret:Secret): name is scram; MSK takes only secrets named AmazonMSK_…. Rename it.",
        },
    ],
    absent: [
        {
            when: "the secret has no key of its own",
            change: (stack) => withScram(stack, { name: "AmazonMSK_scram" }),
            also: { "secretsmanager-secret-require-customer-key": "it asks every secret for a key by itself" },
            at: "aws:secretsmanager/secret:Secret scram",
            message:
                "scram (aws:secretsmanager/secret:Secret): kmsKeyId is not set; MSK takes no secret under the default key. Set it.",
        },
        {
            when: "no encryption is stated, which means TLS",
            passes: true,
            change: (stack) => stack.unset(CLUSTER, "kafka", "encryptionInfo"),
        },
    ],
    unknown: [
        {
            when: "the authentication is not known",
            change: (stack) => stack.setUnknown(CLUSTER, "kafka", "clientAuthentication.sasl"),
            unchecked:
                "kafka (aws:msk/cluster:Cluster): clientAuthentication.sasl.scram is not known before the update",
        },
    ],
};
