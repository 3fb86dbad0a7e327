import assert from "node:assert/strict";
import { cpuMilli, memoryMib, podsOf } from "./quantity";

describe("sizing: quantities of Kubernetes", () => {
    const cpus: [unknown, number | undefined][] = [
        ["2", 2000],
        [2, 2000],
        ["500m", 500],
        ["0.25", 250],
        ["2 cores", undefined],
        [undefined, undefined],
        ["", undefined],
        [-1, undefined],
    ];
    for (const [quantity, milli] of cpus) {
        it(`reads ${JSON.stringify(quantity)} of CPU as ${milli}`, () => assert.equal(cpuMilli(quantity), milli));
    }

    const memories: [unknown, number | undefined][] = [
        ["4Gi", 4096],
        ["512Mi", 512],
        ["1G", 954],
        [1048576, 1],
        ["64", 1],
        ["4GiB", undefined],
        [null, undefined],
    ];
    for (const [quantity, mib] of memories) {
        it(`reads ${JSON.stringify(quantity)} of memory as ${mib} MiB`, () => assert.equal(memoryMib(quantity), mib));
    }

    const shares: [unknown, number, number | undefined][] = [
        ["25%", 50, 13],
        ["25%", 3, 1],
        [3, 50, 3],
        ["100%", 4, 4],
        ["a few", 4, undefined],
        [-1, 4, undefined],
    ];
    for (const [share, replicas, pods] of shares) {
        it(`reads ${JSON.stringify(share)} of ${replicas} replicas as ${pods}`, () =>
            assert.equal(podsOf(share, replicas), pods));
    }
});
