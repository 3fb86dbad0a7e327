import type { PolicyCases } from "../../test/policy/cases";

const GROUP = "aws:elasticache/replicationGroup:ReplicationGroup";

export const cases: PolicyCases = {
    violations: [
        {
            when: "the engine is too old",
            change: (stack) =>
                stack
                    .set(GROUP, "redis", "engine", "redis")
                    .set(GROUP, "redis", "engineVersion", "5.0.6")
                    .set("aws:elasticache/parameterGroup:ParameterGroup", "redis-parameters", "family", "redis5.0"),
            at: "aws:elasticache/replicationGroup:ReplicationGroup redis",
            message:
                "redis (aws:elasticache/replicationGroup:ReplicationGroup): engineVersion is 5.0.6, but the queues of kaireon (kubernetes:helm.sh/v3:Release) need redis 6.2 or newer. Raise it.",
        },
        {
            when: "the queues are in a serverless cache",
            change: (stack) =>
                stack
                    .add({
                        type: "aws:elasticache/serverlessCache:ServerlessCache",
                        name: "queues",
                        props: { engine: "valkey" },
                    })
                    .setSources("kubernetes:helm.sh/v3:Release", "kaireon", "values", [
                        "redis",
                        "queues",
                        "postgres",
                        "kafka",
                        "search",
                        "interactions",
                        "secrets",
                        "redis-auth",
                    ]),
            at: "aws:elasticache/serverlessCache:ServerlessCache queues",
            message:
                "queues (aws:elasticache/serverlessCache:ServerlessCache): a serverless cache evicts keys, but kaireon (kubernetes:helm.sh/v3:Release) keeps queues in it. Use a replication group.",
        },
    ],
    absent: [
        {
            when: "the version is left to ElastiCache",
            passes: true,
            change: (stack) => stack.unset(GROUP, "redis", "engineVersion"),
        },
    ],
    unknown: [
        {
            when: "the version is not known",
            change: (stack) => stack.setUnknown(GROUP, "redis", "engineVersion"),
            unchecked:
                "redis (aws:elasticache/replicationGroup:ReplicationGroup): engineVersion is not known before the update",
        },
    ],
};
