import assert from "node:assert/strict";
import { type PropertyMap, UNKNOWN } from "../protocol/values";
import { changes, create, problems, standIn } from "./aws-stand-in.fixture";

const KEYSPACE = "aws:keyspaces/keyspace:Keyspace";
const TABLE = "aws:keyspaces/table:Table";
const ID = { name: "customer_id", type: "text" };
const AT = { name: "created_at", type: "timestamp" };

const table: PropertyMap = {
    keyspaceName: "kaireon",
    tableName: "interactions",
    schemaDefinition: {
        columns: [ID, AT],
        partitionKeys: [{ name: "customer_id" }],
        clusteringKeys: [{ name: "created_at", orderBy: "DESC" }],
    },
};

function withSchema(more: PropertyMap): PropertyMap {
    return { ...table, schemaDefinition: { ...(table["schemaDefinition"] as PropertyMap), ...more } };
}

describe("the stand-in for Keyspaces", () => {
    it("makes a keyspace and a table below it", () => {
        const keyspace = create(standIn(), KEYSPACE, { name: "kaireon" });
        assert.deepEqual(
            [keyspace.id, keyspace.state["arn"]],
            ["kaireon", "arn:aws:cassandra:eu-west-1:123456789012:/keyspace/kaireon/"],
        );
        const { id, state } = create(standIn(), TABLE, { ...table, pointInTimeRecovery: { status: "ENABLED" } });
        assert.deepEqual(
            [id, state["arn"], state["capacitySpecification"], state["pointInTimeRecovery"]],
            [
                "kaireon/interactions",
                "arn:aws:cassandra:eu-west-1:123456789012:/keyspace/kaireon/table/interactions",
                { throughputMode: "PAY_PER_REQUEST" },
                { status: "ENABLED" },
            ],
        );
    });

    it("refuses the name that Pulumi generates, because it has a hyphen", () => {
        assert.match(
            problems(KEYSPACE, {})[0] ?? "",
            /^name is "x-[0-9a-f]{7}"; Keyspaces allows 1 to 48 letters, digits and underscores, a letter or digit first\. Set name\.$/,
        );
        assert.deepEqual(problems(KEYSPACE, { name: UNKNOWN }), []);
    });

    const refused: readonly (readonly [inputs: PropertyMap, problem: string])[] = [
        [
            { ...table, tableName: "inter-actions" },
            'tableName is "inter-actions"; Keyspaces allows 1 to 48 letters, digits and underscores. Set tableName.',
        ],
        [
            withSchema({ partitionKeys: [{ name: "customerid" }] }),
            'schemaDefinition.partitionKeys names "customerid", which is not one of the columns: customer_id, created_at. Add the column.',
        ],
        [
            { ...table, capacitySpecification: { throughputMode: "PROVISIONED", readCapacityUnits: 5 } },
            "throughputMode PROVISIONED needs readCapacityUnits and writeCapacityUnits. Set both.",
        ],
        [
            { ...table, capacitySpecification: { readCapacityUnits: 5 } },
            "throughputMode PAY_PER_REQUEST excludes readCapacityUnits. Remove it.",
        ],
        [
            { ...table, encryptionSpecification: { type: "CUSTOMER_MANAGED_KMS_KEY" } },
            "type CUSTOMER_MANAGED_KMS_KEY needs kmsKeyIdentifier. Set it.",
        ],
    ];
    for (const [inputs, problem] of refused) {
        it(`refuses: ${problem}`, () => assert.deepEqual(problems(TABLE, inputs), [problem]));
    }

    it("accepts a table of provisioned units with its own key", () => {
        const capacitySpecification = { throughputMode: "PROVISIONED", readCapacityUnits: 5, writeCapacityUnits: 5 };
        const encryptionSpecification = { type: "CUSTOMER_MANAGED_KMS_KEY", kmsKeyIdentifier: UNKNOWN };
        assert.deepEqual(problems(TABLE, { ...table, capacitySpecification, encryptionSpecification }), []);
    });

    const changed: readonly (readonly [what: string, now: PropertyMap, path: string, how: string])[] = [
        ["another column", withSchema({ columns: [ID, AT, { name: "kind", type: "text" }] }), "columns", "in place"],
        ["one column less", withSchema({ columns: [ID] }), "columns", "replaces"],
        ["a column of another type", withSchema({ columns: [ID, { ...AT, type: "bigint" }] }), "columns", "replaces"],
        ["another partition key", withSchema({ partitionKeys: [{ name: "created_at" }] }), "partitionKeys", "replaces"],
        ["no clustering key", withSchema({ clusteringKeys: null }), "clusteringKeys", "replaces"],
    ];
    for (const [what, now, path, how] of changed) {
        it(`${what} ${how === "replaces" ? "replaces the table" : "changes the table in place"}`, () =>
            assert.deepEqual(changes(TABLE, table, now), { [`schemaDefinition.${path}`]: how }));
    }

    it("changes capacity, key and recovery in place, and cannot turn clients' timestamps off", () => {
        const old = { ...table, clientSideTimestamps: { status: "ENABLED" } };
        const now = { ...table, pointInTimeRecovery: { status: "ENABLED" }, encryptionSpecification: { type: "t" } };
        assert.deepEqual(changes(TABLE, old, now), {
            clientSideTimestamps: "replaces",
            encryptionSpecification: "in place",
            pointInTimeRecovery: "in place",
        });
    });

    it("replaces a keyspace for several Regions, not for saying what it is anyway", () => {
        const single = { replicationSpecification: { replicationStrategy: "SINGLE_REGION" } };
        assert.deepEqual(changes(KEYSPACE, {}, single), { replicationSpecification: "in place" });
        assert.deepEqual(
            changes(KEYSPACE, single, { replicationSpecification: { replicationStrategy: "MULTI_REGION" } }),
            { "replicationSpecification.replicationStrategy": "replaces" },
        );
    });
});
