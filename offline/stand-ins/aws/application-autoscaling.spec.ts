import assert from "node:assert/strict";
import type { PropertyMap } from "../protocol/values";
import { changes, create, problems, standIn } from "./aws-stand-in.fixture";

const TARGET = "aws:appautoscaling/target:Target";
const BOUNDS = { minCapacity: 100, maxCapacity: 4000 };

const scaled: Readonly<Record<string, PropertyMap>> = {
    dynamodb: {
        ...BOUNDS,
        serviceNamespace: "dynamodb",
        resourceId: "table/interactions",
        scalableDimension: "dynamodb:table:WriteCapacityUnits",
    },
    cassandra: {
        ...BOUNDS,
        serviceNamespace: "cassandra",
        resourceId: "keyspace/kaireon/table/interactions",
        scalableDimension: "cassandra:table:WriteCapacityUnits",
    },
};

describe("the stand-in for Application Auto Scaling", () => {
    for (const [namespace, role] of [
        ["dynamodb", "DynamoDBTable"],
        ["cassandra", "CassandraTable"],
    ] as const) {
        it(`scales ${namespace} by its service-linked role`, () => {
            const inputs = scaled[namespace] ?? {};
            assert.deepEqual(problems(TARGET, inputs), []);
            const { id, state } = create(standIn(), TARGET, inputs);
            assert.equal(id, inputs["resourceId"]);
            assert.equal(
                state["roleArn"],
                `arn:aws:iam::123456789012:role/aws-service-role/${namespace}.application-autoscaling.amazonaws.com/AWSServiceRoleForApplicationAutoScaling_${role}`,
            );
        });
    }

    const refused: readonly (readonly [more: PropertyMap, problem: string])[] = [
        [
            { resourceId: "keyspace/kaireon/table/interactions" },
            'resourceId is "keyspace/kaireon/table/interactions"; of dynamodb it must be table/<table>. Correct it.',
        ],
        [
            { scalableDimension: "cassandra:table:WriteCapacityUnits" },
            'scalableDimension is "cassandra:table:WriteCapacityUnits"; of dynamodb it must begin with "dynamodb:". Correct it.',
        ],
        [
            { serviceNamespace: "ecs" },
            'it does not know serviceNamespace "ecs"; it knows dynamodb, cassandra, kafka. Add it to offline/stand-ins/aws/application-autoscaling.ts.',
        ],
    ];
    for (const [more, problem] of refused) {
        it(`refuses a target of ${JSON.stringify(more)}`, () =>
            assert.deepEqual(problems(TARGET, { ...scaled["dynamodb"], ...more }), [problem]));
    }

    it("changes the bounds in place, and replaces for another table", () => {
        const now = { ...scaled["dynamodb"], maxCapacity: 8000, resourceId: "table/other" };
        assert.deepEqual(changes(TARGET, scaled["dynamodb"] ?? {}, now), {
            maxCapacity: "in place",
            resourceId: "replaces",
        });
    });
});
