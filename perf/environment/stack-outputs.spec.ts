import assert from "node:assert/strict";
import { PerfError } from "../perf-error";
import { parseOutputs, readStackOutputs } from "./stack-outputs";

describe("a stack's outputs", () => {
    it("name the cluster, and with it the stack, and where the platform answers", () => {
        const text =
            '{"clusterName":"kaireon-large","applicationUrl":"https://kaireon.example.com","alarmTopicArn":"arn"}';
        assert.deepEqual(parseOutputs(text, "outputs.json"), {
            clusterName: "kaireon-large",
            applicationUrl: "https://kaireon.example.com",
            stack: "large",
        });
    });

    it("are refused, with how to write them, when they are of no stack of this program, no JSON or not there", async () => {
        for (const text of ["{}", "error: no stack selected"])
            assert.throws(
                () => parseOutputs(text, "outputs.json"),
                (problem: unknown) =>
                    problem instanceof PerfError &&
                    /outputs\.json has not the outputs .*pulumi stack output --json > outputs\.json/s.test(
                        problem.message,
                    ),
            );
        await assert.rejects(readStackOutputs({ file: "/nowhere/outputs.json" }), /can't be read: ENOENT/);
    });
});
