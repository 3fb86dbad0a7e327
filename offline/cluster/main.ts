import { existsSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { terminalProgress } from "../engine/progress";
import { OfflineError } from "../offline-error";
import { projectRoot } from "../project";
import { startControlPlane, stopControlPlane } from "./control-plane";
import { deployRelease, prepareCluster } from "./deploy";
import { Kubectl } from "./kubectl";
import { occupancyOf, spreadOf, viewCluster } from "./occupancy";
import { registeredStack } from "./registered-stack";
import { Servers } from "./servers";
import { occupancyTable, spreadTable } from "./tables";
import { provideClusterTools } from "./tools";

const USAGE = `npm run cluster -- <command>
  up       starts a Kubernetes control plane on this machine, with the nodes that the stack registers
  deploy   installs the release with the values that the program computes, or upgrades it
  status   says what runs where
  down     ends it; logs stay in .offline/cluster`;

const FOLDER = join(projectRoot, ".offline", "cluster");
const say = (line: string) => void process.stderr.write(`${line}\n`);

async function up(): Promise<void> {
    const tools = await provideClusterTools(process.env, { say, progress: terminalProgress() });
    say("offline: bringing the stack up with the stand-ins, for its node groups and its release.");
    const stack = await registeredStack(join(projectRoot, ".offline"));
    const kubectl = await startControlPlane(FOLDER, tools);
    await prepareCluster(kubectl, stack, tools);
    say(
        `offline: Kubernetes serves. No container runs: nodes and pods are simulated.\nexport KUBECONFIG=${kubectl.kubeconfig}`,
    );
}

async function deploy(): Promise<void> {
    const stack = await registeredStack(join(projectRoot, ".offline"));
    const { warnings } = await deployRelease(running(), stack);
    for (const warning of warnings) say(warning);
    await status();
}

async function status(): Promise<void> {
    const view = await viewCluster(running());
    process.stdout.write(`${occupancyTable(occupancyOf(view))}\n${spreadTable(spreadOf(view, "kaireon"))}\n`);
}

async function down(): Promise<void> {
    await stopControlPlane(FOLDER);
    say("offline: the cluster has ended.");
}

/** The cluster of an earlier `up`. */
function running(): Kubectl {
    const servers = existsSync(FOLDER) ? new Servers(FOLDER) : undefined;
    if (servers === undefined || servers.list().length === 0) {
        throw new OfflineError("offline: no cluster runs here. Start one: npm run cluster -- up");
    }
    servers.assertRunning();
    return new Kubectl(join(FOLDER, "kubeconfig"));
}

const COMMANDS: Readonly<Record<string, () => Promise<void>>> = { up, deploy, status, down };

async function main(): Promise<void> {
    const { positionals } = parseArgs({ allowPositionals: true, strict: true, options: {} });
    const command = COMMANDS[positionals[0] ?? ""];
    if (command === undefined || positionals.length !== 1) throw new OfflineError(USAGE);
    await command();
}

main().catch((problem: unknown) => {
    if (!(problem instanceof OfflineError)) throw problem;
    say(problem.message);
    process.exitCode = problem.exitCode;
});
