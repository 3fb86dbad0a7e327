import { execFile } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { promisify } from "node:util";
import { parse } from "yaml";
import { needsStack, parseArguments, withConfigFile } from "./arguments";
import { type Engine, LANGUAGE_HOST } from "./engine/find-engine";
import { terminalProgress } from "./engine/progress";
import { provideEngine } from "./engine/provide-engine";
import { offlineEnvironment } from "./environment";
import { placeScript } from "./executables";
import { OfflineError } from "./offline-error";
import { placeStandIns, refuseRealProviders, type StandIn, standIns } from "./plugin-cache";
import { withPolicyConfig } from "./policy-config";
import { projectRoot } from "./project";
import { copyStackFile, keepStackFiles } from "./stack-file";

export interface OfflineOptions {
    /** The folder with the Pulumi.yaml. Default: this project; `--cwd` among the arguments wins. */
    readonly programDir?: string;
    /** Where state, Pulumi's home and stack file copies go; a test gives a temporary one. Default: `.offline` of this project. */
    readonly workDir?: string;
    /** The stack when the arguments name none. Default: `large`. */
    readonly stack?: string;
    /** Default: this project's own. */
    readonly plugins?: readonly StandIn[];
    /** Added to the environment, such as OFFLINE_FAULTS. */
    readonly env?: Readonly<Record<string, string>>;
    /** Default: what {@link provideEngine} finds or builds. */
    readonly engine?: Engine;
    /** Tells the user something. Default: a line on stderr. */
    readonly say?: (line: string) => void;
}

/** A run of the engine with everything in place: only to be started. */
export interface PreparedRun {
    readonly command: string;
    readonly args: readonly string[];
    readonly cwd: string;
    readonly env: Readonly<Record<string, string>>;
    /** To be called when the engine has ended. */
    readonly finish: () => void;
}

/** Makes everything ready to run the engine with these arguments and no account; on a warm cache a few small files are all. */
export async function prepareRun(given: readonly string[], options: OfflineOptions = {}): Promise<PreparedRun> {
    const say = options.say ?? ((line: string) => void process.stderr.write(`${line}\n`));
    const parsed = parseArguments(given);
    const programDir = resolve(projectRoot, parsed.programDir ?? options.programDir ?? ".");
    const workDir = resolve(options.workDir ?? join(projectRoot, ".offline"));
    const stack = parsed.stack ?? options.stack ?? "large";
    const engine = options.engine ?? (await provideEngine(process.env, { say, progress: terminalProgress() }));
    const plugins = options.plugins ?? standIns();
    const home = join(workDir, "home");
    const state = join(workDir, "state");

    mkdirSync(state, { recursive: true });
    placeStandIns(home, plugins);
    if (engine.languageHost === "offline") placeLanguageHost(engine);
    if (engine.languageHost === "ambient") refuseRealProviders(plugins, process.env["PATH"]);
    const env = offlineEnvironment({
        inherited: process.env,
        home,
        state,
        stack,
        languageHost: engine.languageHost,
        languageHostFile: join(projectRoot, "dist", "offline", "language-host", "main.js"),
        ...(options.env === undefined ? {} : { extra: options.env }),
    });

    let args = parsed.args;
    if (needsStack(parsed)) {
        const project = projectName(programDir);
        await createStackIfMissing({ engine, env, workDir, project, stack });
        const source = resolve(programDir, parsed.configFile ?? `Pulumi.${stack}.yaml`);
        const copy = join(workDir, "stacks", project, `Pulumi.${stack}.yaml`);
        for (const key of copyStackFile(source, copy)) {
            say(`offline: ${key} is encrypted for the real stack and left out; give a value with --config '${key}=…'.`);
        }
        const policies = withPolicyConfig(withConfigFile(parsed, copy), programDir, stack);
        for (const line of policies.lines) say(line);
        args = policies.args;
    }
    const putBack = keepStackFiles(programDir);
    const finish = () => {
        for (const name of putBack()) say(`offline: took back what the command did to ${name}.`);
    };
    return { command: engine.path, args, cwd: programDir, env, finish };
}

/** Places this project's language host beside an engine of the cache; the environment says which checkout's it is. */
function placeLanguageHost(engine: Engine): void {
    const script = [
        "#!/bin/sh",
        "# Started by the engine beside it, in an offline run.",
        `[ -n "$KAIREON_LANGUAGE_HOST" ] || { echo "${LANGUAGE_HOST}: works in \\\`npm run offline\\\` only" >&2; exit 1; }`,
        'exec "$KAIREON_NODE" "$KAIREON_LANGUAGE_HOST" "$@"',
        "",
    ];
    placeScript(join(dirname(engine.path), LANGUAGE_HOST), script.join("\n"));
}

function projectName(programDir: string): string {
    const file = join(programDir, "Pulumi.yaml");
    if (!existsSync(file))
        throw new OfflineError(`offline: ${programDir} has no Pulumi.yaml. Give a program's folder.`);
    const { name } = parse(readFileSync(file, "utf8")) as { name?: unknown };
    if (typeof name !== "string") throw new OfflineError(`offline: ${file} has no \`name\`. Give the project one.`);
    return name;
}

interface StackPlace {
    readonly engine: Engine;
    readonly env: Readonly<Record<string, string>>;
    readonly workDir: string;
    readonly project: string;
    readonly stack: string;
}

/** Whether there is the stack is seen by its file: asking the engine costs as much as a third of a second every time. */
async function createStackIfMissing({ engine, env, workDir, project, stack }: StackPlace): Promise<void> {
    if (existsSync(join(workDir, "state", ".pulumi", "stacks", project, `${stack}.json`))) return;
    // In a project of the same name and nothing else: `stack init` writes a stack file beside the Pulumi.yaml that it finds.
    const cwd = join(workDir, "stacks", project);
    mkdirSync(cwd, { recursive: true });
    writeFileSync(join(cwd, "Pulumi.yaml"), `name: ${project}\nruntime: nodejs\n`);
    const create = ["stack", "init", stack, "--non-interactive", "--no-select"];
    await promisify(execFile)(engine.path, create, { cwd, env }).catch((problem: Error & { stderr?: string }) => {
        throw new OfflineError(`offline: stack ${stack} could not be created: ${problem.stderr ?? problem.message}`);
    });
}
