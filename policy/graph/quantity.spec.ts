import assert from "node:assert/strict";
import { cpuMillis, memoryMib } from "./quantity";

describe("Kubernetes quantities", () => {
    for (const [text, millis] of [
        ["2", 2000],
        ["500m", 500],
        ["0.5", 500],
    ] as const)
        it(`reads ${text} as ${millis} thousandths of a CPU`, () => assert.equal(cpuMillis(text), millis));
    for (const [text, mib] of [
        ["4Gi", 4096],
        ["512Mi", 512],
        ["1048576", 1],
        ["1Ki", 1 / 1024],
    ] as const)
        it(`reads ${text} as ${mib} MiB`, () => assert.equal(memoryMib(text), mib));
    it("refuses what is none", () => {
        assert.throws(() => cpuMillis("two"), /"two" is no quantity of CPU such as 500m or 2/);
        assert.throws(() => memoryMib("4 GB"), /"4 GB" is no quantity of memory such as 512Mi or 4Gi/);
        assert.throws(() => memoryMib("4Xi"), /is no quantity of memory/);
    });
});
