import { fields, isUnknown, items, type PropertyMap, type PropertyValue, sameValue, text } from "../protocol/values";
import type { Instance, Refusal, Rows } from "../resources/row";
import { arn } from "./arn";
import { refuseName } from "./refuse-name";

function of(instance: Instance, input: string): string {
    return text(instance.inputs[input]);
}

/** Amazon Keyspaces. IAM knows it as `cassandra`, with one action for keyspaces and tables alike. */
export const keyspaces: Rows = {
    "aws:keyspaces/keyspace:Keyspace": {
        creates: "cassandra:Create",
        id: (instance) => of(instance, "name"),
        outputs: (instance) => ({
            arn: arn(instance, "cassandra", `/keyspace/${of(instance, "name")}/`),
            replicationSpecification: { replicationStrategy: "SINGLE_REGION", regionLists: [] },
        }),
        replaceOn: ["name", "replicationSpecification.regionLists"],
        replaceWhen: { "replicationSpecification.replicationStrategy": (old, now) => strategy(old) !== strategy(now) },
        // A generated name has a hyphen, which Cassandra's names do not allow.
        refuse: (inputs) =>
            refuseName(inputs, {
                property: "name",
                pattern: /^[0-9A-Za-z]\w{0,47}$/,
                allowed: "Keyspaces allows 1 to 48 letters, digits and underscores, a letter or digit first",
            }),
    },
    "aws:keyspaces/table:Table": {
        creates: "cassandra:Create",
        id: (instance) => `${of(instance, "keyspaceName")}/${of(instance, "tableName")}`,
        outputs: (instance) => ({
            arn: arn(
                instance,
                "cassandra",
                `/keyspace/${of(instance, "keyspaceName")}/table/${of(instance, "tableName")}`,
            ),
            capacitySpecification: { throughputMode: "PAY_PER_REQUEST" },
            comment: { message: "" },
            encryptionSpecification: { type: "AWS_OWNED_KMS_KEY" },
            pointInTimeRecovery: { status: "DISABLED" },
        }),
        replaceOn: [
            "keyspaceName",
            "tableName",
            "comment",
            "schemaDefinition.clusteringKeys",
            "schemaDefinition.partitionKeys",
            "schemaDefinition.staticColumns",
        ],
        // Columns can be added, never taken away or changed; timestamps of clients can be turned on, never off.
        replaceWhen: {
            "schemaDefinition.columns": losesColumn,
            clientSideTimestamps: (_, now) => (now ?? null) === null,
        },
        refuse: refuseTable,
    },
};

function strategy(value: PropertyValue | undefined): string {
    return text(value) || "SINGLE_REGION";
}

function losesColumn(old: PropertyValue | undefined, now: PropertyValue | undefined): boolean {
    return items(old).some((column) => !items(now).some((kept) => sameValue(kept, column)));
}

function refuseTable(inputs: PropertyMap): Refusal | undefined {
    return refuseTableName(inputs) ?? refuseKeys(inputs) ?? refuseCapacity(inputs) ?? refuseEncryption(inputs);
}

function refuseTableName(inputs: PropertyMap): Refusal | undefined {
    return refuseName(inputs, {
        property: "tableName",
        pattern: /^\w{1,48}$/,
        allowed: "Keyspaces allows 1 to 48 letters, digits and underscores",
    });
}

/** Every key is a column, and has its type there. */
function refuseKeys(inputs: PropertyMap): Refusal | undefined {
    const schema = fields(inputs["schemaDefinition"]);
    const columns = items(schema["columns"]).map((column) => text(fields(column)["name"]));
    if (columns.some(isUnknown)) return undefined;
    for (const list of ["partitionKeys", "clusteringKeys", "staticColumns"]) {
        const missing = items(schema[list])
            .map((key) => text(fields(key)["name"]))
            .find((name) => !isUnknown(name) && !columns.includes(name));
        if (missing !== undefined) {
            const problem = `schemaDefinition.${list} names "${missing}", which is not one of the columns: ${columns.join(", ")}. Add the column.`;
            return { property: "schemaDefinition", problem };
        }
    }
    return undefined;
}

function refuseCapacity(inputs: PropertyMap): Refusal | undefined {
    const capacity = fields(inputs["capacitySpecification"]);
    const given = ["readCapacityUnits", "writeCapacityUnits"].filter((units) => (capacity[units] ?? null) !== null);
    const mode = text(capacity["throughputMode"]) || "PAY_PER_REQUEST";
    if (mode === "PROVISIONED" && given.length < 2) {
        return {
            property: "capacitySpecification",
            problem: "throughputMode PROVISIONED needs readCapacityUnits and writeCapacityUnits. Set both.",
        };
    }
    if (mode === "PAY_PER_REQUEST" && given.length > 0) {
        return {
            property: "capacitySpecification",
            problem: `throughputMode PAY_PER_REQUEST excludes ${given.join(" and ")}. Remove it.`,
        };
    }
    return undefined;
}

function refuseEncryption(inputs: PropertyMap): Refusal | undefined {
    const { type, kmsKeyIdentifier } = fields(inputs["encryptionSpecification"]);
    if (type !== "CUSTOMER_MANAGED_KMS_KEY" || (kmsKeyIdentifier ?? null) !== null) return undefined;
    return {
        property: "encryptionSpecification",
        problem: "type CUSTOMER_MANAGED_KMS_KEY needs kmsKeyIdentifier. Set it.",
    };
}
