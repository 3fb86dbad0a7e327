import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { cacheFolder } from "../../cache-folder";
import { goTarget, type Machine } from "../../engine/engine-cache";
import { type GoNeed, requireGo } from "../../engine/go";
import { buildCommand } from "../../engine/go-build";
import type { Report } from "../../engine/progress";
import { OfflineError } from "../../offline-error";
import { projectRoot } from "../../project";
import { moduleFolder, publish } from "../tools";

type Env = Readonly<Record<string, string | undefined>>;

/** What KEDA is made of, but for its admission webhooks: the folder that holds the executables and `install/`. */
export interface KedaTools {
    /** Makes an HPA of every ScaledObject and asks the queues. */
    readonly operator: string;
    /** Serves the API server what the operator was told: the API `external.metrics.k8s.io`. */
    readonly adapter: string;
    /** Files of its service account and of what it may do. */
    readonly install: readonly string[];
}

const MODULE = "github.com/kedacore/keda/v2";
const KEDA = join(projectRoot, "offline", "cluster", "keda");

const GO: GoNeed = {
    version: "1.26",
    moduleFolder: KEDA,
    what: "KEDA",
    reason: "there is no KEDA in the cache yet.",
    otherwise: "or leave out what needs KEDA.",
};

const COMMANDS = [
    { name: "keda-operator", command: `${MODULE}/cmd/operator` },
    { name: "keda-adapter", command: `${MODULE}/cmd/adapter` },
] as const;

/** Named anew: two folders have files of the same name. */
const INSTALL = {
    "service-account.yaml": "config/service_account/service_account.yaml",
    "operator-role.yaml": "config/rbac/role.yaml",
    "operator-role-binding.yaml": "config/rbac/role_binding.yaml",
    "metrics-role.yaml": "config/metrics-server/role.yaml",
    "metrics-role-binding.yaml": "config/metrics-server/role_binding.yaml",
};

/** The version of KEDA that is built, such as `2.21.0`. */
export function kedaVersion(): string {
    const version = /github\.com\/kedacore\/keda\/v2 v(\S+)/.exec(readFileSync(join(KEDA, "go.mod"), "utf8"))?.[1];
    if (version === undefined) throw new Error(`offline/cluster/keda/go.mod: names no version of ${MODULE}.`);
    return version;
}

/** Apart from the control plane's folder: who only wants a cluster need not build KEDA. */
export function kedaFolder(env: Env, machine: Machine): string {
    const { os, arch } = goTarget(machine);
    const digest = createHash("sha256")
        .update(readFileSync(join(KEDA, "go.mod"), "utf8"))
        .digest("hex")
        .slice(0, 12);
    return join(cacheFolder(env), `keda-${digest}-${os}-${arch}`);
}

/**
 * KEDA out of the cache, built first when it is not there.
 *
 * @throws OfflineError when there is no Go that can build it
 */
export async function provideKeda(env: Env, report: Report, machine: Machine = process): Promise<KedaTools> {
    const folder = kedaFolder(env, machine);
    if (!existsSync(folder)) await buildKeda(folder, env, report, machine);
    const install = join(folder, "install");
    return {
        operator: join(folder, "keda-operator"),
        adapter: join(folder, "keda-adapter"),
        install: readdirSync(install).map((file) => join(install, file)),
    };
}

/** Why there can be no KEDA on this machine; `undefined` where it is in the cache or can be built. */
export function missingForKeda(env: Env, machine: Machine = process): string | undefined {
    if (existsSync(kedaFolder(env, machine))) return undefined;
    try {
        requireGo(env, GO);
        return undefined;
    } catch (problem) {
        if (problem instanceof OfflineError) return problem.message;
        throw problem;
    }
}

/** Builds into a folder that appears whole or not at all. */
async function buildKeda(folder: string, env: Env, report: Report, machine: Machine): Promise<void> {
    const go = requireGo(env, GO);
    report.say(`offline: building KEDA ${kedaVersion()} with Go into ${folder}.`);
    report.say("offline: once per version; about 6 minutes on two cores.");
    mkdirSync(dirname(folder), { recursive: true });
    const partial = mkdtempSync(join(dirname(folder), ".building-"));
    try {
        for (const { name, command } of COMMANDS) {
            report.say(`offline: ${name}`);
            await buildCommand({
                go,
                moduleFolder: KEDA,
                command,
                output: join(partial, name),
                what: name,
                instead: "Nothing but the test of the workers' scaling needs it.",
                linkerFlags: `-s -w -X ${MODULE}/version.Version=${kedaVersion()}`,
                machine,
                env,
                report,
            });
        }
        const source = await moduleFolder(go, KEDA, MODULE, env);
        for (const [name, file] of Object.entries(INSTALL)) {
            mkdirSync(join(partial, "install"), { recursive: true });
            cpSync(join(source, file), join(partial, "install", name));
        }
        publish(partial, folder);
    } finally {
        rmSync(partial, { recursive: true, force: true });
    }
    report.say("offline: KEDA is built.");
}
