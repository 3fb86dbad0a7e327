import type { ProgramInfo, RunPluginRequest, RunRequest } from "@pulumi/pulumi/proto/language_pb";

/** What the SDK's runner exits with when it has told the user all there is to say; the engine then adds nothing. */
const EXIT_AFTER_A_MESSAGE = 32;

/** A Node process to start. */
export interface NodeCommand {
    readonly args: readonly string[];
    readonly cwd: string;
    readonly env: Readonly<Record<string, string | undefined>>;
}

type Env = Readonly<Record<string, string | undefined>>;

/**
 * The command that runs a program, as the SDK's `cmd/run` takes it.
 *
 * @throws when the program's folder has no `@pulumi/pulumi`
 */
export function programCommand(request: RunRequest, engineAddress: string, env: Env): NodeCommand {
    const info = requiredInfo(request.getInfo());
    const flags: readonly (readonly [string, string])[] = [
        ["monitor", request.getMonitorAddress()],
        ["engine", engineAddress],
        ["organization", request.getOrganization()],
        ["project", request.getProject()],
        ["root-directory", info.getRootDirectory()],
        ["stack", request.getStack()],
        ["pwd", request.getPwd()],
        ["parallel", String(request.getParallel())],
    ];
    return {
        args: [
            sdkRunner("run", info.getProgramDirectory()),
            ...flags.flatMap(([name, value]) => (value === "" ? [] : [`--${name}`, value])),
            ...(request.getDryrun() ? ["--dry-run"] : []),
            info.getEntryPoint() || ".",
            ...request.getArgsList(),
        ],
        cwd: request.getPwd(),
        env: {
            ...env,
            ...typescriptSetting(info),
            PULUMI_CONFIG: JSON.stringify(Object.fromEntries(request.getConfigMap().toArray())),
            PULUMI_CONFIG_SECRET_KEYS: JSON.stringify(request.getConfigsecretkeysList()),
        },
    };
}

/**
 * The command that runs a plugin written in Node: a policy pack (`analyzer`) or a provider. The SDK's runners take their arguments in
 * different orders.
 *
 * @throws when the plugin's folder has no `@pulumi/pulumi`
 */
export function pluginCommand(request: RunPluginRequest): NodeCommand {
    const info = requiredInfo(request.getInfo());
    const folder = info.getProgramDirectory();
    const args = request.getArgsList();
    const variables = request.getEnvList().map((entry): [string, string] => {
        const at = entry.indexOf("=");
        return [entry.slice(0, at), entry.slice(at + 1)];
    });
    const isPolicyPack = request.getKind() === "analyzer";
    return {
        args: isPolicyPack
            ? [sdkRunner("run-policy-pack", folder), ...args, folder]
            : [sdkRunner("run-plugin", folder), folder, ...args],
        // A policy pack brings its own packages, whatever language the program is in.
        cwd: isPolicyPack ? folder : request.getPwd(),
        env: { ...Object.fromEntries(variables), ...typescriptSetting(info) },
    };
}

/** What the engine is told of a program's end. @param code null when a signal ended it */
export function programOutcome(code: number | null, signal: string | null): { bail: boolean; error: string } {
    if (code === EXIT_AFTER_A_MESSAGE) return { bail: true, error: "" };
    if (code === 0) return { bail: false, error: "" };
    const error = code === null ? `Program was ended by ${signal}` : `Program exited with non-zero exit code: ${code}`;
    return { bail: false, error };
}

function requiredInfo(info: ProgramInfo | undefined): ProgramInfo {
    if (info === undefined)
        throw new Error("The engine did not say which program to run; it is too old for offline runs.");
    return info;
}

function sdkRunner(name: string, folder: string): string {
    try {
        return require.resolve(`@pulumi/pulumi/cmd/${name}`, { paths: [folder] });
    } catch {
        throw new Error(`The Pulumi SDK is not installed in ${folder}. Run \`npm ci\` there.`);
    }
}

/** Pulumi's default is to compile TypeScript inside the run; `typescript: false` in the project's runtime options turns it off. */
function typescriptSetting(info: ProgramInfo): Record<string, string> {
    const options: Record<string, unknown> = info.getOptions()?.toJavaScript() ?? {};
    return { PULUMI_NODEJS_TYPESCRIPT: String(options["typescript"] !== false) };
}
