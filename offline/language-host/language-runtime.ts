import { execPath, version as nodeVersion } from "node:process";
import type { ServerWritableStream, sendUnaryData, UntypedServiceImplementation } from "@grpc/grpc-js";
import * as language from "@pulumi/pulumi/proto/language_pb";
import { PackageDependency, PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { installedVersion } from "../project";
import type { Children } from "./children";
import { pluginCommand, programCommand, programOutcome } from "./program";
import { requiredPackages } from "./required-packages";

/** A call of the engine's with its one request. */
interface Call<Request> {
    readonly request: Request;
}

type PluginStream = ServerWritableStream<language.RunPluginRequest, language.RunPluginResponse>;

/** What an engine asks of a language; what it asks for code generation only is left unimplemented, which gRPC answers by itself. */
export function languageRuntime(startedFor: string, children: Children): UntypedServiceImplementation {
    let engineAddress = startedFor;
    return {
        handshake(
            call: Call<language.LanguageHandshakeRequest>,
            reply: sendUnaryData<language.LanguageHandshakeResponse>,
        ) {
            engineAddress = call.request.getEngineAddress() || engineAddress;
            reply(null, new language.LanguageHandshakeResponse());
        },
        getPluginInfo(_call: Call<Empty>, reply: sendUnaryData<PluginInfo>) {
            reply(null, new PluginInfo().setVersion(installedVersion("@pulumi/pulumi")));
        },
        about(_call: Call<language.AboutRequest>, reply: sendUnaryData<language.AboutResponse>) {
            reply(null, new language.AboutResponse().setExecutable(execPath).setVersion(nodeVersion));
        },
        getRequiredPackages(
            call: Call<language.GetRequiredPackagesRequest>,
            reply: sendUnaryData<language.GetRequiredPackagesResponse>,
        ) {
            const folder = call.request.getInfo()?.getProgramDirectory() ?? "";
            const packages = requiredPackages(folder).map(({ name, version, server }) =>
                new PackageDependency().setName(name).setKind("resource").setVersion(version).setServer(server),
            );
            reply(null, new language.GetRequiredPackagesResponse().setPackagesList(packages));
        },
        getProgramDependencies(
            _call: Call<language.GetProgramDependenciesRequest>,
            reply: sendUnaryData<language.GetProgramDependenciesResponse>,
        ) {
            reply(null, new language.GetProgramDependenciesResponse());
        },
        cancel(_call: Call<Empty>, reply: sendUnaryData<Empty>) {
            children.endAll().then(() => reply(null, new Empty()), reply);
        },
        run(call: Call<language.RunRequest>, reply: sendUnaryData<language.RunResponse>) {
            runProgram(call.request, engineAddress, children).then((response) => reply(null, response), reply);
        },
        runPlugin(call: PluginStream) {
            runPlugin(call, children).catch((problem: Error) => call.destroy(problem));
        },
    };
}

async function runProgram(
    request: language.RunRequest,
    engineAddress: string,
    children: Children,
): Promise<language.RunResponse> {
    const { args, cwd, env } = programCommand(request, engineAddress, process.env);
    const child = children.start(args, { cwd, env, stdio: ["ignore", "inherit", "inherit"] });
    const { bail, error } = await new Promise<ReturnType<typeof programOutcome>>((resolve, reject) => {
        child.on("error", reject);
        child.on("exit", (code, signal) => resolve(programOutcome(code, signal)));
    });
    return new language.RunResponse().setBail(bail).setError(error);
}

/** Streams the plugin's output to the engine, which reads the plugin's port from it; the exit code comes last. */
async function runPlugin(call: PluginStream, children: Children): Promise<void> {
    const { args, cwd, env } = pluginCommand(call.request);
    const child = children.start(args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
    child.stdout?.on("data", (text: Buffer) => call.write(new language.RunPluginResponse().setStdout(text)));
    child.stderr?.on("data", (text: Buffer) => call.write(new language.RunPluginResponse().setStderr(text)));
    call.on("cancelled", () => child.kill("SIGTERM"));
    const code = await new Promise<number>((resolve, reject) => {
        child.on("error", reject);
        child.on("close", (exitCode) => resolve(exitCode ?? 1));
    });
    // Not as an argument of `end`, which takes it for metadata.
    call.write(new language.RunPluginResponse().setExitcode(code));
    call.end();
}
