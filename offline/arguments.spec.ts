import assert from "node:assert/strict";
import { needsStack, parseArguments, withConfigFile } from "./arguments";

describe("the arguments of an offline run", () => {
    for (const given of [["-s", "dev"], ["-sdev"], ["-s=dev"], ["--stack", "dev"], ["--stack=dev"], ["-ys", "dev"]]) {
        it(`finds the stack in ${given.join(" ")}, and leaves it to the engine`, () => {
            const { stack, args } = parseArguments(["up", ...given, "--diff"]);
            assert.equal(stack, "dev");
            assert.deepEqual(args, ["up", ...given, "--diff"]);
        });
    }

    it("takes the stack's own name of a full one", () => {
        assert.equal(parseArguments(["preview", "-s", "organization/kaireon/dev"]).stack, "dev");
    });

    it("does not take the value of an option for a stack, an option or a command", () => {
        const parsed = parseArguments(["-v", "9", "--color", "never", "up", "-m", "-s", "-c", "aws:region=-s"]);
        assert.equal(parsed.stack, undefined);
        assert.deepEqual(parsed.words, ["up"]);
    });

    it("leaves everything behind -- alone", () => {
        const { stack, args } = parseArguments(["up", "--", "-s", "dev"]);
        assert.equal(stack, undefined);
        assert.deepEqual(args, ["up", "--", "-s", "dev"]);
    });

    it("takes --cwd and --config-file out: the run replaces them", () => {
        const parsed = parseArguments([
            "-C",
            "perf/start-up/programs/empty",
            "preview",
            "--config-file",
            "mine.yaml",
            "--diff",
        ]);
        assert.equal(parsed.programDir, "perf/start-up/programs/empty");
        assert.equal(parsed.configFile, "mine.yaml");
        assert.deepEqual(parsed.args, ["preview", "--diff"]);
    });

    it("gives the copy of the stack file to the commands that take one", () => {
        for (const command of ["up", "preview", "refresh", "destroy", "import", "config"]) {
            assert.deepEqual(withConfigFile(parseArguments(["-v", "9", command, "--", "rest"]), "/copy.yaml"), [
                "-v",
                "9",
                command,
                "--config-file",
                "/copy.yaml",
                "--",
                "rest",
            ]);
        }
        assert.deepEqual(withConfigFile(parseArguments(["stack", "export"]), "/copy.yaml"), ["stack", "export"]);
    });

    it("needs a stack for what works on one, and none for what makes, lists or removes stacks or only explains", () => {
        const needing = [
            ["up"],
            ["stack"],
            ["stack", "output", "url"],
            ["state", "delete", "urn"],
            ["config", "get", "x"],
        ];
        const others = [["stack", "rm"], ["stack", "init", "x"], ["stack", "ls"], ["version"], ["--help"], []];
        assert.deepEqual(
            needing.map((args) => needsStack(parseArguments(args))),
            needing.map(() => true),
        );
        assert.deepEqual(
            others.map((args) => needsStack(parseArguments(args))),
            others.map(() => false),
        );
    });
});
