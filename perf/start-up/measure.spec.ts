import assert from "node:assert/strict";
import { childSeconds, measure } from "./measure";

describe("measuring a command", () => {
    it("counts the CPU of its children's children, and passes output and exit code on", async () => {
        const busy = "const end = process.cpuUsage().user + 300_000; while (process.cpuUsage().user < end);";
        const outer = `require("child_process").execFileSync(process.execPath, ["-e", ${JSON.stringify(busy)}]);console.log("out");process.exit(3)`;
        const command = { command: process.execPath, args: ["-e", outer], cwd: "/", env: {} };
        const { cpuSeconds, wallSeconds, exitCode, output } = await measure(command);
        assert.ok(cpuSeconds >= 0.3, `${cpuSeconds} s of CPU`);
        assert.ok(wallSeconds >= 0.3, `${wallSeconds} s`);
        assert.deepEqual([exitCode, output], [3, "out\n"]);
    });

    it("adds user and system time of the children, as dash and bash print them", () => {
        assert.equal(childSeconds("0m0.00s 0m0.00s\n1m2.50s 0m0.25s\n"), 62.75);
        assert.equal(childSeconds("0m0.001s 0m0.002s\n0m0.500s 0m0.125s\n"), 0.625);
        assert.throws(() => childSeconds("none"), {
            message: 'measure: `times` printed "none"; two times are expected.',
        });
    });
});
