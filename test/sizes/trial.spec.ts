import assert from "node:assert/strict";
import { committedStack } from "../../docs/generator/committed-stack";
import { type GoldenResource, goldenGraph } from "../../docs/generator/golden-graph";
import { DIRECTIONS } from "./directions";
import { numbersIn } from "./numbers";

type Numbers = ReadonlyMap<string, number>;

/** A number that differs between the two stacks; 0 where there is none. */
interface Difference {
    readonly path: string;
    readonly large: number;
    readonly trial: number;
}

function differences(large: Numbers, trial: Numbers): readonly Difference[] {
    return [...new Set([...large.keys(), ...trial.keys()])]
        .map((path) => ({ path, large: large.get(path) ?? 0, trial: trial.get(path) ?? 0 }))
        .filter((one) => one.large !== one.trial);
}

/** What is wrong with the differences, one line each. */
function problems(found: readonly Difference[]): readonly string[] {
    return found.flatMap(({ path, large, trial }) => {
        const direction = DIRECTIONS.find((one) => one.path.test(path));
        if (direction === undefined)
            return [
                `${path} is ${large} in large and ${trial} in trial; which way is larger? Say so in test/sizes/directions.ts.`,
            ];
        const isSmaller = direction.larger === "any" || trial <= large;
        return isSmaller ? [] : [`${path} is ${large} in large and ${trial} in trial, which must not have more.`];
    });
}

/** Settings with their defaults, merged values, what the sizing makes of them. */
function numbersOfStack(stack: string): Readonly<Record<string, Numbers>> {
    const {
        values,
        workload,
        size,
        stores: _stores,
        userValues: _values,
        subnets: _subnets,
        warnings: _,
        ...settings
    } = committedStack(stack);
    return Object.fromEntries(
        Object.entries({ settings, values, workload, size }).map(([name, tree]) => [name, numbersIn(tree, name)]),
    );
}

const shared = (resources: readonly GoldenResource[], others: readonly GoldenResource[]) =>
    resources.filter(({ type, name }) => others.some((other) => other.type === type && other.name === name));

function inputsOf(resources: readonly GoldenResource[]): Numbers {
    return new Map(resources.flatMap(({ type, name, inputs }) => [...numbersIn(inputs, `${type} ${name}`)]));
}

function countsOf(resources: readonly GoldenResource[]): Numbers {
    const counts = new Map<string, number>();
    for (const { type } of resources) counts.set(`${type} resources`, (counts.get(`${type} resources`) ?? 0) + 1);
    return counts;
}

describe("the stack trial", () => {
    it("has a configuration that is warned of for what it gives up, and for nothing else", () =>
        assert.deepEqual(
            committedStack("trial").warnings.map((warning) => warning.split(" is ")[0]),
            [
                "kaireon:redis.replicasPerShard",
                "kaireon:search.dedicatedMasters",
                "kaireon:search.dataInstanceType",
                "kaireon:kafka.brokerInstanceType",
            ],
        ));

    it("selects what large selects", () => {
        const chosen = (stack: string) => committedStack(stack).stores.map(({ block }) => block);
        assert.deepEqual(chosen("trial"), chosen("large"));
    });
});

describe("every number of large is at least trial's", () => {
    const [large, trial] = [numbersOfStack("large"), numbersOfStack("trial")];
    const [largeGraph, trialGraph] = [goldenGraph("large"), goldenGraph("trial")];
    const none: Numbers = new Map();
    const found: Readonly<Record<string, readonly Difference[]>> = {
        "in the settings, their defaults filled in": differences(large["settings"] ?? none, trial["settings"] ?? none),
        "in the merged values": differences(large["values"] ?? none, trial["values"] ?? none),
        "in the workload as the sizing reads it": differences(large["workload"] ?? none, trial["workload"] ?? none),
        "in the sizes": differences(large["size"] ?? none, trial["size"] ?? none),
        "in the inputs of resources that both have": differences(
            inputsOf(shared(largeGraph, trialGraph)),
            inputsOf(shared(trialGraph, largeGraph)),
        ),
        "in how many resources of each type there are": differences(countsOf(largeGraph), countsOf(trialGraph)),
    };
    for (const [where, some] of Object.entries(found))
        it(where, () => {
            assert.ok(some.length > 0, "nothing differs: were the two compared?");
            assert.deepEqual(problems(some), []);
        });

    it("and no direction is kept that nothing needs any more", () => {
        const paths = Object.values(found).flatMap((some) => some.map(({ path }) => path));
        assert.deepEqual(
            DIRECTIONS.filter(({ path }) => !paths.some((one) => path.test(one))).map(({ what }) => what),
            [],
        );
    });

    it("of a kind that nobody has spoken of is refused, and so is more of anything", () => {
        assert.deepEqual(
            problems([
                { path: "settings.search.warmNodes", large: 3, trial: 1 },
                { path: "settings.redis.shards", large: 3, trial: 4 },
            ]),
            [
                "settings.search.warmNodes is 3 in large and 1 in trial; which way is larger? Say so in test/sizes/directions.ts.",
                "settings.redis.shards is 3 in large and 4 in trial, which must not have more.",
            ],
        );
    });

    it("and trial has no kind of resource that large has not", () => {
        const types = new Set(largeGraph.map(({ type }) => type));
        assert.deepEqual(
            trialGraph.filter(({ type }) => !types.has(type)).map(({ type, name }) => `${type} ${name}`),
            [],
        );
    });
});
