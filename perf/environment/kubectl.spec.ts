import assert from "node:assert/strict";
import { output } from "./kubectl";

describe("running a program", () => {
    it("gives what it printed, however much", async () => {
        const text = await output("node", process.execPath, ["-e", 'process.stdout.write("ab".repeat(200_000))']);
        assert.equal(text.length, 400_000);
    });

    it("says what it complained of, or that it is not there", async () => {
        await assert.rejects(output("node", process.execPath, ["-e", 'console.error("no"); process.exit(3)']), {
            message: /^node -e .* failed \(3\):\nno$/,
        });
        await assert.rejects(
            output("pulumi", "/nowhere/pulumi", []),
            /^Error: pulumi can't be started: spawn .* ENOENT$/,
        );
    });
});
