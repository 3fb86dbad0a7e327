import assert from "node:assert/strict";
import { ProgramInfo, RunPluginRequest, RunRequest } from "@pulumi/pulumi/proto/language_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { projectRoot } from "../project";
import { pluginCommand, programCommand, programOutcome } from "./program";

const RUNNERS = `${projectRoot}/node_modules/@pulumi/pulumi/cmd`;

function info(options: Record<string, boolean> = {}): ProgramInfo {
    return new ProgramInfo()
        .setRootDirectory("/root")
        .setProgramDirectory(projectRoot)
        .setEntryPoint("main.js")
        .setOptions(Struct.fromJavaScript(options));
}

describe("what the language host starts", () => {
    const request = new RunRequest()
        .setInfo(info({ typescript: false }))
        .setPwd("/pwd")
        .setProject("kaireon")
        .setStack("large")
        .setMonitorAddress("127.0.0.1:1")
        .setParallel(16)
        .setDryrun(true)
        .setArgsList(["one"])
        .setConfigsecretkeysList(["kaireon:b"]);
    request.getConfigMap().set("kaireon:a", "1").set("kaireon:b", '{"c":2}');

    it("runs a program by the SDK's own runner, with the engine's address and the configuration", () => {
        assert.deepEqual(programCommand(request, "127.0.0.1:2", { PATH: "/bin" }), {
            args: [
                `${RUNNERS}/run/index.js`,
                ...["--monitor", "127.0.0.1:1", "--engine", "127.0.0.1:2", "--project", "kaireon"],
                ...["--root-directory", "/root", "--stack", "large", "--pwd", "/pwd", "--parallel", "16"],
                ...["--dry-run", "main.js", "one"],
            ],
            cwd: "/pwd",
            env: {
                PATH: "/bin",
                PULUMI_NODEJS_TYPESCRIPT: "false",
                PULUMI_CONFIG: '{"kaireon:a":"1","kaireon:b":"{\\"c\\":2}"}',
                PULUMI_CONFIG_SECRET_KEYS: '["kaireon:b"]',
            },
        });
    });

    it("has TypeScript compiled unless the project's options say not to", () => {
        const compiles = (options: Record<string, boolean>) => {
            const asked = new RunRequest().setInfo(info(options));
            return programCommand(asked, "", {}).env["PULUMI_NODEJS_TYPESCRIPT"];
        };
        assert.deepEqual(
            [compiles({}), compiles({ typescript: true }), compiles({ typescript: false })],
            ["true", "true", "false"],
        );
    });

    it("runs a policy pack in its own folder, with the engine's address before the folder", () => {
        const plugin = new RunPluginRequest()
            .setInfo(info({ typescript: false }))
            .setPwd("/pwd")
            .setKind("analyzer")
            .setArgsList(["127.0.0.1:2"])
            .setEnvList(["A=1=2", "B="]);
        assert.deepEqual(pluginCommand(plugin), {
            args: [`${RUNNERS}/run-policy-pack/index.js`, "127.0.0.1:2", projectRoot],
            cwd: projectRoot,
            env: { A: "1=2", B: "", PULUMI_NODEJS_TYPESCRIPT: "false" },
        });
    });

    it("runs a provider where the engine says, with the folder before the engine's address", () => {
        const plugin = new RunPluginRequest()
            .setInfo(info())
            .setPwd("/pwd")
            .setKind("resource")
            .setArgsList(["127.0.0.1:2"]);
        const { args, cwd } = pluginCommand(plugin);
        assert.deepEqual(args, [`${RUNNERS}/run-plugin/index.js`, projectRoot, "127.0.0.1:2"]);
        assert.equal(cwd, "/pwd");
    });

    it("says how to install the SDK where a program has none", () => {
        const nowhere = new RunRequest().setInfo(info().setProgramDirectory("/nowhere"));
        assert.throws(() => programCommand(nowhere, "", {}), {
            message: "The Pulumi SDK is not installed in /nowhere. Run `npm ci` there.",
        });
    });

    it("tells the engine nothing more when the program has said why it stopped", () => {
        assert.deepEqual(programOutcome(0, null), { bail: false, error: "" });
        assert.deepEqual(programOutcome(32, null), { bail: true, error: "" });
        assert.deepEqual(programOutcome(3, null), { bail: false, error: "Program exited with non-zero exit code: 3" });
        assert.deepEqual(programOutcome(null, "SIGKILL"), { bail: false, error: "Program was ended by SIGKILL" });
    });
});
