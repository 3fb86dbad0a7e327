import assert from "node:assert/strict";
import { baseValues, seedValues } from "./seed-values";
import { inspectWorkload, readWorkload, type TierWorkload } from "./workload";

const tier = (over: object, name: string): TierWorkload | undefined =>
    readWorkload(seedValues({ ...over })).tiers.find((row) => row.tier === name);

describe("sizing: the workload of the chart", () => {
    it("reads the overlay's table", () => {
        const rows = readWorkload(seedValues()).tiers.map((row) => [
            row.tier,
            row.pool,
            row.enabled,
            row.minReplicas,
            row.maxReplicas,
            row.cpuMilli,
            row.memoryMib,
            row.zoneStrict,
        ]);
        assert.deepEqual(rows, [
            ["api", "api", true, 6, 50, 2000, 4096, true],
            ["cron", "general", true, 6, 6, 100, 64, false],
            ["worker", "worker", true, 4, 30, 2000, 4096, false],
            ["mlWorker", "ml", true, 2, 10, 2000, 8192, false],
            ["outboxPublisher", "general", true, 3, 3, 200, 512, false],
            ["stream", "general", false, 2, 2, 1000, 2048, false],
            ["mcp", "general", false, 2, 2, 500, 1024, false],
        ]);
    });

    it("reads the overlay's selectors", () => {
        const { tiers: _, ...selectors } = readWorkload(seedValues());
        assert.deepEqual(selectors, {
            postgresExternalReplicas: 2,
            postgresMode: "external",
            redisMode: "external",
            redisCluster: true,
            eventBus: "kafka",
            interactionStore: "dynamodb",
            search: true,
            streaming: false,
            mcpDedicated: false,
            pooler: undefined,
            prometheus: false,
        });
    });

    it("reads the base values alone as the small topology", () => {
        const { eventBus, interactionStore, search, postgresExternalReplicas } = readWorkload(baseValues());
        assert.deepEqual(
            { eventBus, interactionStore, search, postgresExternalReplicas },
            { eventBus: "redis", interactionStore: "pg", search: false, postgresExternalReplicas: 0 },
        );
    });

    const buses: [object, string][] = [
        [{ eventbus: { enabled: true, backend: "kinesis" } }, "kinesis"],
        [{ eventbus: { enabled: false, backend: "kafka" } }, "redis"],
        [{ eventbus: null, config: { EVENT_PUBLISHER: "aws_msk" } }, "kafka"],
        [{ eventbus: null, config: { EVENT_PUBLISHER: "redpanda" } }, "kafka"],
        [{ eventbus: { enabled: false }, config: { EVENT_PUBLISHER: "eventbridge" } }, "eventbridge"],
    ];
    for (const [over, bus] of buses) {
        it(`resolves ${JSON.stringify(over)} to ${bus}`, () =>
            assert.equal(readWorkload(seedValues({ ...over })).eventBus, bus));
    }

    it("counts the streaming tier only under both of its conditions", () => {
        assert.equal(tier({ stream: { enabled: true } }, "stream")?.enabled, false);
        assert.equal(tier({ config: { FLOW_STREAMING_ENABLED: "true" } }, "stream")?.enabled, false);
        const both = { stream: { enabled: true }, config: { FLOW_STREAMING_ENABLED: "true" } };
        assert.equal(tier(both, "stream")?.enabled, true);
    });

    it("counts the MCP tier when it is dedicated", () =>
        assert.equal(tier({ mcp: { dedicated: true } }, "mcp")?.enabled, true));

    it("takes a quarter for the surge that the chart leaves to Kubernetes", () => {
        const api = tier({ api: { rollingUpdate: { maxSurge: null } } }, "api");
        assert.deepEqual([api?.minSurge, api?.maxSurge], [2, 13]);
    });

    it("names every value that it cannot read", () => {
        const values = seedValues({
            api: { autoscaling: { maxReplicas: "fifty" }, resources: { requests: { cpu: "two" } } },
            eventbus: { backend: "rabbitmq" },
        });
        assert.deepEqual(
            inspectWorkload(values).problems.map(({ path, value }) => [path, value]),
            [
                ["api.autoscaling.maxReplicas", "fifty"],
                ["api.resources.requests.cpu", "two"],
                ["eventbus.backend", "rabbitmq"],
            ],
        );
        assert.throws(() => readWorkload(values), /api\.autoscaling\.maxReplicas is "fifty"; must be a whole number/);
    });
});
