import type { PolicyCases } from "../../test/policy/cases";
import { addTable } from "../compliance/keyspaces/table.fixture";

const LABEL = "kaireon (kubernetes:helm.sh/v3:Release)";
const TABLE = "aws:dynamodb/table:Table";
const RATE = "5000 decisions a second (50 api pods of 100)";

export const cases: PolicyCases = {
    violations: [
        {
            when: "the table is warm for half the rate",
            change: (stack) => stack.set(TABLE, "interactions", "warmThroughput.writeUnitsPerSecond", 5000),
            at: `${TABLE} interactions`,
            message:
                `interactions (${TABLE}): warmThroughput.writeUnitsPerSecond is 5000 write units a second, but ${RATE} take 10000. ` +
                "Set it to at least 10000.",
        },
        {
            when: "the table has a ceiling below the rate",
            change: (stack) =>
                stack.set(TABLE, "interactions", "onDemandThroughput", {
                    maxReadRequestUnits: 20000,
                    maxWriteRequestUnits: 8000,
                }),
            at: `${TABLE} interactions`,
            message:
                `interactions (${TABLE}): onDemandThroughput.maxWriteRequestUnits is 8000 write units a second, but ${RATE} take 10000. ` +
                "Set it to at least 10000.",
        },
    ],
    absent: [
        {
            when: "nothing is said of the capacity of a table in Keyspaces, which means on demand",
            change: (stack) => addTable(stack.setValue("config.INTERACTION_STORE", "cassandra")),
            passes: true,
        },
        {
            when: "the table is left to warm up by itself",
            change: (stack) => stack.unset(TABLE, "interactions", "warmThroughput"),
            at: `${TABLE} interactions`,
            message:
                `interactions (${TABLE}): warmThroughput.writeUnitsPerSecond is 4000 write units a second, but ${RATE} take 10000. ` +
                "Set it to at least 10000.",
        },
        {
            when: "the values say nothing of the rate",
            change: (stack) =>
                stack.unsetValue("api.autoscaling.maxReplicas").unset(TABLE, "interactions", "warmThroughput"),
            passes: true,
        },
    ],
    unknown: [
        {
            when: "the throughput is not known",
            change: (stack) => stack.setUnknown(TABLE, "interactions", "warmThroughput.writeUnitsPerSecond"),
            unchecked: `interactions (${TABLE}): warmThroughput.writeUnitsPerSecond is not known before the update`,
        },
        {
            when: "the maximum of the api is not known",
            change: (stack) => stack.setValueUnknown("api.autoscaling.maxReplicas"),
            unchecked: `${LABEL}: values.api.autoscaling.maxReplicas is not known before the update`,
        },
    ],
    passes: [
        {
            when: "a table in Keyspaces is scaled beyond the rate",
            change: (stack) =>
                addTable(stack.setValue("config.INTERACTION_STORE", "cassandra"), {
                    capacitySpecification: {
                        throughputMode: "PROVISIONED",
                        readCapacityUnits: 5000,
                        writeCapacityUnits: 10_000,
                    },
                }),
        },
        {
            when: "a provisioned table is scaled beyond the rate",
            change: (stack) => {
                stack.set(TABLE, "interactions", "billingMode", "PROVISIONED");
                for (const [name, units] of [
                    ["Write", 12000],
                    ["Read", 6000],
                ] as const)
                    stack.add({
                        type: "aws:appautoscaling/target:Target",
                        name: `interactions-${name}`,
                        props: {
                            scalableDimension: `dynamodb:table:${name}CapacityUnits`,
                            minCapacity: 100,
                            maxCapacity: units,
                        },
                        from: { resourceId: ["interactions"] },
                    });
            },
        },
        {
            when: "interactions are not in the table",
            change: (stack) =>
                stack.setValue("config.INTERACTION_STORE", "pg").unset(TABLE, "interactions", "warmThroughput"),
        },
    ],
};
