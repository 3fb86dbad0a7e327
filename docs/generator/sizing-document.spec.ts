import assert from "node:assert/strict";
import { committedStack } from "./committed-stack";
import { amount, vcpus } from "./node-sections";
import { sizingDocument } from "./sizing-document";

describe("docs/sizing.md", () => {
    const config = committedStack("large");
    const text = sizingDocument("large", config);
    const row = (first: string) => text.split("\n").find((line) => line.startsWith(`| ${first} |`));

    it("starts from the tiers of the overlay", () =>
        assert.equal(row("`api`"), "| `api` | `api` | 6 | 50 | 3 | 2 CPU, 4 GiB | 4 CPU, 8 GiB | strict |"));

    it("compares what a subnet has with what it needs", () => {
        const { private: need } = config.size.subnets;
        const [, , usable = "", needed = ""] = (row("private") ?? "").split(" | ");
        assert.equal(usable, "16,379");
        assert.equal(needed.replace(/\D/g, ""), String(need));
    });

    it("adds the vCPUs of all groups at minimum and maximum", () => {
        const [pool] = config.size.pools;
        assert.ok(pool);
        assert.deepEqual(vcpus([{ ...pool, instanceType: "m7i.2xlarge", minPerGroup: 1, maxPerGroup: 9 }]), {
            min: 24,
            max: 216,
        });
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
        assert.match(off, /\| domain \| none \| `opensearch.enabled` is off \|/);
        assert.match(off, /\| brokers \| none \| the event bus is redis \|/);
        assert.match(off, /\| table \| none \| the interaction store is pg \|/);
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
