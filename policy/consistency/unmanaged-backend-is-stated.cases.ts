import type { PolicyCases } from "../../test/policy/cases";
import type { StackFixture } from "../../test/policy/stack-fixture";

const RELEASE = "kubernetes:helm.sh/v3:Release kaireon";
const LABEL = "kaireon (kubernetes:helm.sh/v3:Release)";

const ARN = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:given";

/** Interactions go to Scylla, all of whose block is filled. */
const scylla = (stack: StackFixture) =>
    stack
        .setValue("interactionStore.backend", "scylla")
        .setValue("config.INTERACTION_STORE", "scylla")
        .setValue("scylla.enabled", true)
        .setValue("scylla.contactPoints", "scylla.internal")
        .setValue("networkPolicy.storeCidrs.scylla", ["10.9.0.0/24"])
        .setValue("externalSecrets.scylla.secretArn", ARN);

/** A cache of somebody else's in the place of the stack's. */
const redis = (stack: StackFixture) =>
    stack
        .removeAll("aws:elasticache/replicationGroup:ReplicationGroup")
        .setValue("redis.external.host", "cache.internal")
        .setValue("networkPolicy.storeCidrs.redis", ["10.9.0.0/24"])
        .setValue("externalSecrets.redis.secretArn", ARN);

const message = (given: string, problem: string) =>
    `${LABEL}: values.${given} that the stack does not build, but values.${problem}`;
const noSecret = (block: string, shown: string) =>
    `externalSecrets.${block}.secretArn is ${shown}. Give the secret that holds its credentials.`;

export const cases: PolicyCases = {
    violations: [
        {
            when: "the secret of Scylla is left empty",
            change: (stack) => scylla(stack).setValue("externalSecrets.scylla.secretArn", ""),
            at: RELEASE,
            message: message("scylla.contactPoints gives nodes", noSecret("scylla", '""')),
        },
        {
            when: "the secret of a given cache is left empty",
            change: (stack) => redis(stack).setValue("externalSecrets.redis.secretArn", ""),
            at: RELEASE,
            message: message("redis.external.host gives a Redis", noSecret("redis", '""')),
        },
        {
            when: "no range holds a given cache",
            change: (stack) => redis(stack).setValue("networkPolicy.storeCidrs.redis", []),
            at: RELEASE,
            message: message(
                "redis.external.host gives a Redis",
                "networkPolicy.storeCidrs.redis is []. Give the ranges that it lies in.",
            ),
        },
    ],
    absent: [
        {
            when: "the secret is left out",
            change: (stack) => scylla(stack).unsetValue("externalSecrets.scylla"),
            at: RELEASE,
            message: message("scylla.contactPoints gives nodes", noSecret("scylla", "not set")),
        },
        {
            when: "the chart has other keys for ranges and secrets",
            change: (stack) =>
                redis(stack)
                    .setValue("networkPolicy", { enabled: true })
                    .setValue("externalSecrets", { enabled: false }),
            passes: true,
        },
    ],
    unknown: [
        {
            when: "it is not known whether secrets come from outside",
            change: (stack) => scylla(stack).setValueUnknown("externalSecrets.enabled"),
            unchecked: `${LABEL}: values.externalSecrets.enabled is not known before the update`,
        },
    ],
    passes: [
        { when: "address, secret and ranges of Scylla are given", change: scylla },
        { when: "address, secret and ranges of a cache are given", change: redis },
        {
            when: "the secret is one of this stack, whose ARN is not known yet",
            change: (stack) => scylla(stack).setValueUnknown("externalSecrets.scylla.secretArn"),
        },
        {
            when: "given brokers ask for no password",
            change: (stack) =>
                stack
                    .removeAll("aws:msk/cluster:Cluster")
                    .setValue("config.EVENT_PUBLISHER", "redpanda")
                    .setValue("kafka.authentication", "none")
                    .setValue("kafka.brokers", "broker.internal:9092")
                    .setValue("networkPolicy.storeCidrs.kafka", ["10.9.0.0/24"]),
        },
    ],
};
