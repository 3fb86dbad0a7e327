import assert from "node:assert/strict";
import { committedStack } from "./committed-stack";
import { amount, servingPods, vcpus } from "./node-sections";
import { sizingDocument } from "./sizing-document";
import { rowsOf } from "./table-rows.fixture";

describe("docs/sizing.md", () => {
    const config = committedStack("large");
    const text = sizingDocument("large", config);

    it("starts from the tiers of the overlay", () =>
        assert.deepEqual(rowsOf(text, "`api`")[0], [
            "`api`",
            "`api`",
            "6",
            "50",
            "3",
            "2 CPU, 4 GiB",
            "4 CPU, 8 GiB",
            "strict",
        ]));

    it("counts the pods that the target rate takes, by what was measured where it was", () => {
        assert.match(text, /has not been measured.* 10 to 50 pods of at most 50\. /);
        const measured = servingPods({ ...config, sizing: { requestsPerPod: 110 } });
        assert.match(measured, /^The target rate takes 46 of the api's 50 pods: one serves 110 requests a second/);
    });

    it("compares what a subnet has with what it needs", () => {
        const { private: need } = config.size.subnets;
        const [[, ranges, usable, needed] = []] = rowsOf(text, "private");
        assert.equal(ranges, "`10.64.0.0/18` `10.64.64.0/18` `10.64.128.0/18`");
        assert.deepEqual([usable, needed?.replace(",", "")], ["16,379", String(need)]);
    });

    it("adds the vCPUs of all groups at minimum and maximum", () => {
        const [pool] = config.size.pools;
        assert.ok(pool);
        assert.deepEqual(vcpus([{ ...pool, instanceType: "m7i.2xlarge", minPerGroup: 1, maxPerGroup: 9 }]), {
            min: 24,
            max: 216,
        });
    });

    it("says whether the nodes are enough with a zone lost", () => {
        assert.match(text, /The minimum of a group runs the minimum of pods with one zone lost/);
        const trial = sizingDocument("trial", committedStack("trial"));
        assert.match(trial, /an update, with no node to spare for a zone that is lost\. A pool whose pods/);
    });

    it("says what is not built rather than a size of it", () => {
        const without = {
            ...config,
            workload: {
                ...config.workload,
                search: false,
                eventBus: "redis" as const,
                interactionStore: "pg" as const,
            },
        };
        const off = sizingDocument("large", without);
        assert.deepEqual(rowsOf(off, "domain"), [["domain", "none", "`opensearch.enabled` is off"]]);
        assert.deepEqual(rowsOf(off, "brokers"), [["brokers", "none", "the event bus is redis"]]);
        assert.deepEqual(rowsOf(off, "table"), [["table", "none", "the interaction store is pg"]]);
    });
});

describe("an amount of a node or a pod", () => {
    const cases: readonly (readonly [number | undefined, number | undefined, string])[] = [
        [2000, 4096, "2 CPU, 4 GiB"],
        [7730, 29_184, "7.73 CPU, 28.5 GiB"],
        [100, 64, "100m CPU, 64 MiB"],
        [undefined, 64, "none"],
    ];
    for (const [cpu, memory, expected] of cases)
        it(`reads ${expected}`, () => assert.equal(amount(cpu, memory), expected));
});
