import assert from "node:assert/strict";
import { policies } from "../../policy/policies";
import { type BackendName, recordBackends } from "./backends";
import { PAIRINGS, type Pairings } from "./pairing-table";
import { CHOICES, type Choices, choose, type Selector } from "./pairings";
import type { Recorded } from "./recorded";
import { runPack, type Said } from "./run-pack";
import { StackFixture } from "./stack-fixture";

const RELEASE = "kubernetes:helm.sh/v3:Release";
const LABEL = `kaireon (${RELEASE})`;

/** Policies that can see a change of the release: those of other resources are given the same as before. */
const seeing = policies.filter((policy) => policy.kind === "stack" || policy.types.includes(RELEASE));

/** What each policy says, once. */
const MESSAGES: readonly (readonly [
    selector: Selector,
    built: BackendName,
    choice: string,
    policy: string,
    message: string,
])[] = [
    [
        "eventBus",
        "large",
        "the variable kinesis",
        "event-bus-selector-matches-broker",
        "values.config.EVENT_PUBLISHER is kinesis, but eventbus.backend is kafka; then it must be one of kafka, redpanda, msk, aws_msk.",
    ],
    [
        "eventBus",
        "large",
        "MSK with SCRAM",
        "kafka-authentication-matches-broker",
        'config.EVENT_PUBLISHER is kafka and signs in with scram, but kafka (aws:msk/cluster:Cluster) has clientAuthentication {"sasl":{"iam":true},"unauthenticated":false}. ' +
            "Turn scram on there, or choose another publisher.",
    ],
    [
        "eventBus",
        "large",
        "Redpanda",
        "addresses-are-the-stores-own",
        'values.kafka.brokers is "redpanda.internal:9092", but the stack builds kafka (aws:msk/cluster:Cluster), whose bootstrapBrokersSaslScram it is not. ' +
            "Give it bootstrapBrokersSaslScram, or take the store out.",
    ],
    [
        "eventBus",
        "redisPubSub",
        "Redpanda",
        "event-bus-block-is-enabled",
        "the event bus is redpanda, but values.kafka.enabled is false. Set it to true.",
    ],
    [
        "eventBus",
        "redisPubSub",
        "EventBridge",
        "eventbridge-publisher-has-bus",
        'config.EVENT_PUBLISHER is eventbridge, but values.eventbridge.busName is "" and the stack has no aws:cloudwatch/eventBus:EventBus. Set it to the bus\'s name, or to default.',
    ],
    [
        "interactionStore",
        "redisPubSub",
        "DynamoDB",
        "interaction-store-selector-matches-store",
        'the interaction store is dynamodb, but values.dynamodb.tableName is "" and no value is made of aws:dynamodb/table:Table. ' +
            "Give the store's name or address, or choose another backend.",
    ],
    [
        "postgres",
        "pulsar",
        "one inside the cluster",
        "external-mode-has-a-store",
        "values.postgres.mode is standalone, but values.postgres.external.host is db.internal. Set it to external, or clear the host.",
    ],
    [
        "redis",
        "large",
        "no cluster mode",
        "redis-cluster-mode-matches-cache",
        "values.redis.cluster is false, but redis (aws:elasticache/replicationGroup:ReplicationGroup) is in cluster mode. Set it to true, or build the cache without cluster mode.",
    ],
    [
        "search",
        "large",
        "the alias off",
        "search-selector-matches-domain",
        "values.config.SEARCH_INDEX is opensearch, but values.opensearch.enabled is false. Set it to pg, or opensearch.enabled to true.",
    ],
    [
        "search",
        "redisPubSub",
        "a domain that is given",
        "unmanaged-backend-is-stated",
        "values.opensearch.endpoint gives a domain that the stack does not build, but values.networkPolicy.storeCidrs.opensearch is not set. Give the ranges that it lies in.",
    ],
];

describe("the values of a selector beside what is built", function () {
    this.timeout(30 * 60_000);
    let recorded: ReadonlyMap<BackendName, Recorded>;
    before(async () => {
        recorded = await recordBackends();
    });

    /** What is said of a stack when one selector's values are another choice's. */
    const saidOf = (selector: Selector, built: BackendName, choice: string): readonly Said[] => {
        const stack = new StackFixture(recorded.get(built) ?? assert.fail(`${built} is not recorded`));
        const choices: Choices = CHOICES[selector];
        choose(stack, choices[choice] ?? assert.fail(`${selector} has no choice ${choice}`));
        return runPack(seeing, stack).filter(({ message }) => !message.startsWith("not checked: "));
    };

    for (const [selector, rows] of Object.entries(PAIRINGS) as [Selector, readonly Pairings[]][]) {
        for (const { built, right, saidBy } of rows) {
            describe(`${selector} of ${built}`, () => {
                it("has every choice once", () => {
                    const listed = [...right, ...Object.values(saidBy).flat()];
                    assert.deepEqual(listed.sort(), Object.keys(CHOICES[selector]).sort());
                });
                for (const choice of right)
                    it(`may be ${choice}`, () => assert.deepEqual(saidOf(selector, built, choice), []));
                for (const [ids, choices] of Object.entries(saidBy))
                    for (const choice of choices)
                        it(`may not be ${choice}: ${ids}`, () => {
                            const said = saidOf(selector, built, choice).map(({ policy }) => policy);
                            assert.equal([...new Set(said)].sort().join(" + "), ids);
                        });
            });
        }
    }

    for (const [selector, built, choice, policy, message] of MESSAGES) {
        it(`${policy} says what is wrong with ${choice} as ${selector} of ${built}`, () => {
            const [said, ...more] = saidOf(selector, built, choice).filter((one) => one.policy === policy);
            assert.deepEqual([said?.message, more], [`${LABEL}: ${message}`, []]);
        });
    }
});
