import assert from "node:assert/strict";
import { type Change, loadChanged, refusalOf } from "../../config/changed-stack.fixture";
import { builtBackend } from "../built-backend.fixture";

const CASSANDRA: Change = { "values.interactionStore.backend": "cassandra" };
const change = (more: Change = {}): Change => ({ ...CASSANDRA, ...more });

describe("Keyspaces as the interaction store", () => {
    it("is a keyspace and a table, reached through an endpoint", async () => {
        const { block, resources, values } = await builtBackend("interactionStore", change());
        assert.equal(block, "keyspaces");
        assert.equal(resources.filter((type) => type.startsWith("aws:keyspaces/")).length, 2);
        assert.deepEqual(values, {
            config: { INTERACTION_STORE: "cassandra" },
            keyspaces: { enabled: true, keyspace: "kaireon_large", table: "interactions", region: "eu-west-1" },
        });
        const endpoints = loadChanged(change()).stores.flatMap(({ choice }) => choice.endpoints ?? []);
        assert.deepEqual(endpoints, ["cassandra"]);
    });

    const refused: readonly [string, Change, string][] = [
        [
            "a column in capitals, which the provider does not take",
            { "keyspaces.partitionKey": "customerId" },
            "kaireon:keyspaces.partitionKey is customerId; it is no name of a column. Use small letters, digits and _ only, at most 48.",
        ],
        [
            "a type that CQL does not have",
            { "keyspaces.columns": { at: "TIMESTAMP" } },
            "kaireon:keyspaces.columns.at is TIMESTAMP; it is no type of CQL. Write it as CQL does, such as text, timestamp or map<text, text>.",
        ],
        [
            "one column for both keys",
            { "keyspaces.sortKey": "customerid" },
            "kaireon:keyspaces.sortKey is customerid; it is kaireon:keyspaces.partitionKey too. Name another column.",
        ],
        [
            "a key among the other columns",
            { "keyspaces.columns": { customerid: "uuid", at: "timestamp" } },
            "kaireon:keyspaces.columns.customerid is uuid; keys of the table are text and are not listed. Remove it.",
        ],
        [
            "a time to live beyond Cassandra's",
            { "keyspaces.timeToLiveDays": 7301 },
            "kaireon:keyspaces.timeToLiveDays is 7301; it must be 7300 or less. Lower kaireon:keyspaces.timeToLiveDays.",
        ],
    ];
    for (const [what, more, message] of refused) {
        it(`refuses ${what}`, () => assert.deepEqual(refusalOf(change(more)), [message]));
    }

    it("warns that a new table on demand is cold, and that a provisioned one needs a quota", () => {
        assert.deepEqual(loadChanged(change()).warnings, [
            "kaireon:target.decisionsPerSecond is 5000; it needs 10000 writes a second and a new table on demand takes 4000. Warm it after the first up with aws keyspaces update-table --warm-throughput-specification, or set kaireon:keyspaces.billing to provisioned.",
        ]);
        const provisioned = { "keyspaces.billing": "provisioned" };
        assert.deepEqual(loadChanged(change(provisioned)).warnings, []);
        const rate = { "target.decisionsPerSecond": 15000, "kafka.maxVolumeGb": 8000, "kafka.volumeGb": 2000 };
        const said = loadChanged(change({ ...provisioned, ...rate })).warnings;
        assert.ok(
            said.includes(
                "kaireon:target.decisionsPerSecond is 15000; it needs 42858 writes a second and an account starts with 40000 a table. Have AWS raise quota L-3D8ED127 before the first up.",
            ),
            said.join("\n"),
        );
    });

    it("names the endpoint that the owner of a given VPC should make", () => {
        const subnets = (kind: number, length: number) =>
            Object.fromEntries(
                ["a", "b", "c"].map((zone, index) => [
                    `eu-west-1${zone}`,
                    { id: `subnet-0000000${kind}${index}`, cidr: `10.64.${kind * 64 + index * 16}.0/${length}` },
                ]),
            );
        const existing = {
            vpcId: "vpc-0a1b2c3d",
            vpcCidr: "10.64.0.0/16",
            publicSubnets: subnets(0, 24),
            privateSubnets: subnets(1, 20),
            dataSubnets: subnets(2, 24),
        };
        const given = { "network.cidr": undefined, "network.existing": existing };
        const said = (more: Change) =>
            loadChanged({ ...given, ...more }).warnings.filter((text) => /^network:/.test(text));
        assert.deepEqual(said(CASSANDRA), [
            "network: nothing is made in vpc-0a1b2c3d, which is given, and the chosen stores are reached through interface endpoints. " +
                "Have its owner add com.amazonaws.eu-west-1.cassandra (port 9142) with private DNS in the private subnets; without, every " +
                "read and write goes through NAT.",
        ]);
        assert.deepEqual(said({}), []);
    });
});
