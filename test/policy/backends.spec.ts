import assert from "node:assert/strict";
import { policies } from "../../policy/policies";
import { BACKEND_STACKS, type BackendName, type BackendStack, recordBackends } from "./backends";
import { allCases, allSamples } from "./case-files";
import type { Recorded } from "./recorded";
import { runPack, type Said } from "./run-pack";
import { StackFixture } from "./stack-fixture";

interface Bite {
    readonly in: BackendName;
    readonly when: string;
    readonly change: (stack: StackFixture) => unknown;
    readonly policy: string;
    readonly message: string;
}

const STREAM = "aws:kinesis/stream:Stream";
const TABLE = "aws:keyspaces/table:Table";
const TARGET = "aws:appautoscaling/target:Target";
const BROKERS = "aws:msk/cluster:Cluster";
const RATE = "5000 decisions a second (50 api pods of 100)";

/** Changes of what the program builds for other choices than large's. Each is refused by one policy alone. */
const BITES: readonly Bite[] = [
    {
        in: "kinesis",
        when: "a stream has half its shards",
        change: (stack) => stack.set(STREAM, "events", "shardCount", 10),
        policy: "event-bus-takes-the-target-rate",
        message: `events (${STREAM}): shardCount is 10, but ${RATE} cause 20000 events a second, 20 MB. Set it to at least 20.`,
    },
    {
        in: "kinesisOnDemand",
        when: "an on-demand stream starts cold",
        change: (stack) => stack.unset(STREAM, "events", "warmThroughputMibPs"),
        policy: "event-bus-takes-the-target-rate",
        message: `events (${STREAM}): it takes 4 MB a second at first, but ${RATE} cause 20000 events a second, 20 MB. Set warmThroughputMibPs to at least 20.`,
    },
    {
        in: "kinesisOnDemand",
        when: "a table in Keyspaces may not grow to the rate",
        change: (stack) => stack.set(TARGET, "keyspaces-write", "maxCapacity", 5000),
        policy: "interaction-table-takes-the-target-rate",
        message: `keyspaces (${TABLE}): maxCapacity of keyspaces-write (${TARGET}) is 5000 write units a second, but ${RATE} take 10000. Set it to at least 10000.`,
    },
    {
        in: "kinesisOnDemand",
        when: "the program sets what Keyspaces scales",
        change: (stack) =>
            stack.setOptions(TABLE, "keyspaces", { ignoreChanges: ["capacitySpecification.readCapacityUnits"] }),
        policy: "autoscaled-numbers-are-ignored",
        message:
            `keyspaces (${TABLE}): capacitySpecification.writeCapacityUnits is 2000 and keyspaces-write (cassandra:table:WriteCapacityUnits) changes it, ` +
            'but it is not in ignoreChanges. Add "capacitySpecification.writeCapacityUnits" to ignoreChanges.',
    },
    {
        in: "mskScram",
        when: "the program sets what DynamoDB scales",
        change: (stack) =>
            stack.setOptions("aws:dynamodb/table:Table", "interactions", { ignoreChanges: ["readCapacity"] }),
        policy: "autoscaled-numbers-are-ignored",
        message:
            "interactions (aws:dynamodb/table:Table): writeCapacity is 2000 and interactions-write (dynamodb:table:WriteCapacityUnits) changes it, " +
            'but it is not in ignoreChanges. Add "writeCapacity" to ignoreChanges.',
    },
    {
        in: "kinesis",
        when: "a keyspace is not protected",
        change: (stack) => stack.setOptions("aws:keyspaces/keyspace:Keyspace", "keyspaces", { protect: false }),
        policy: "protection-fits-stack",
        message:
            "keyspaces (aws:keyspaces/keyspace:Keyspace): protect is off, but the stack's data is to be kept (others of its stores are protected). Set protect.",
    },
    {
        in: "eventBridge",
        when: "an archive is not protected",
        change: (stack) =>
            stack.setOptions("aws:cloudwatch/eventArchive:EventArchive", "events-archive", { protect: false }),
        policy: "protection-fits-stack",
        message:
            "events-archive (aws:cloudwatch/eventArchive:EventArchive): protect is off, but the stack's data is to be kept (others of its stores are protected). Set protect.",
    },
    {
        in: "mskExpress",
        when: "Express brokers carry too many partitions",
        change: (stack) => stack.set("aws:msk/topic:Topic", "kafka-outcome.recorded", "partitionCount", 3000),
        policy: "brokers-carry-all-partitions",
        message:
            "kafka (aws:msk/cluster:Cluster): 3 topics have 9480 partitions with all copies and Kafka's own, 3160 on each of 3 brokers, " +
            "but AWS advises at most 1000 for express.m7g.large. Take a larger type, or 10 brokers.",
    },
    {
        in: "mskScram",
        when: "the brokers' SCRAM is off",
        change: (stack) => stack.set(BROKERS, "kafka", "clientAuthentication.sasl", { iam: true, scram: false }),
        policy: "kafka-authentication-matches-broker",
        message:
            `kaireon (kubernetes:helm.sh/v3:Release): config.EVENT_PUBLISHER is kafka and signs in with scram, but kafka (${BROKERS}) has clientAuthentication ` +
            '{"sasl":{"iam":true,"scram":false},"unauthenticated":false}. Turn scram on there, or choose another publisher.',
    },
];

describe("the pack over the preview of every backend", function () {
    this.timeout(30 * 60_000);
    let recorded: ReadonlyMap<BackendName, Recorded>;
    before(async () => {
        recorded = await recordBackends();
    });
    const stackOf = (name: BackendName): Recorded => recorded.get(name) ?? assert.fail(`${name} is not recorded`);
    const isUnchecked = ({ message }: Said) => message.startsWith("not checked: ");
    const violations = (said: readonly Said[]) => said.filter((one) => !isUnchecked(one));

    const inLarge = [
        ...[...allCases()].filter(([, { uncheckedInLarge }]) => uncheckedInLarge !== undefined).map(([id]) => id),
        ...Object.keys(allSamples().uncheckedInLarge),
    ];
    for (const [name, { unchecked = {} }] of Object.entries<BackendStack>(BACKEND_STACKS)) {
        it(`finds no violation in ${name}, and cannot check what is listed alone`, () => {
            const said = runPack(policies, stackOf(name as BackendName));
            assert.deepEqual(violations(said), []);
            const beyondLarge = said.map(({ policy }) => policy).filter((policy) => !inLarge.includes(policy));
            assert.deepEqual([...new Set(beyondLarge)].sort(), Object.keys(unchecked).sort());
        });
    }

    for (const { when, change, policy, message, ...bite } of BITES) {
        it(`${policy} alone refuses ${bite.in} when ${when}`, () => {
            const stack = new StackFixture(stackOf(bite.in));
            change(stack);
            const said = violations(runPack(policies, stack)).map((one) => [one.policy, one.message]);
            assert.deepEqual(said, [[policy, message]]);
        });
    }
});
