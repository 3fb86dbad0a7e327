import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type ControlPlaneOptions, startControlPlane, stopControlPlane } from "../../offline/cluster/control-plane";
import { figuresLine, figuresOf } from "../../offline/cluster/figures";
import type { Kubectl } from "../../offline/cluster/kubectl";
import { type RegisteredStack, registeredStack } from "../../offline/cluster/registered-stack";
import { pause, Servers } from "../../offline/cluster/servers";
import { type ClusterTools, missingForCluster, provideClusterTools } from "../../offline/cluster/tools";
import { terminalProgress } from "../../offline/engine/progress";

type Env = Readonly<Record<string, string | undefined>>;
type Settings = Readonly<Record<string, unknown>>;

/** Settings of a stack that has everything on that runs in the cluster: the optional tiers, and objects for Prometheus. */
export const EVERYTHING: Settings = {
    values: {
        stream: { enabled: true },
        mcp: { dedicated: true },
        config: { FLOW_STREAMING_ENABLED: "true" },
        monitoring: { prometheus: { enabled: true } },
    },
};

/** Prints a line among the test results. */
export const say = (line: string) => void process.stdout.write(`${line}\n`);

/** What the tests of a file run on. */
export interface ClusterRun {
    readonly kubectl: Kubectl;
    readonly tools: ClusterTools;
    /** Kubeconfig, data and logs. */
    readonly folder: string;
}

/** What the tests of a file need of their cluster that others do not. */
export interface ClusterOptions extends ControlPlaneOptions {
    /** Why the tests cannot run on this machine, beyond its having no control plane. */
    readonly missing?: () => string | undefined;
}

/**
 * Gives a `describe` a control plane of its own, empty: the first line of its body. Where none can be built, the tests are skipped, or
 * fail under CI. It is ended whatever the tests do; when one of them fails, its folder stays and is named.
 *
 * @returns what runs, for use inside tests and hooks
 */
export function useCluster(suite: Mocha.Suite, options: ClusterOptions = {}): () => ClusterRun {
    // The first run may have to build the control plane and the engine.
    suite.timeout(30 * 60_000);
    const folder = join(tmpdir(), "kaireon-cluster-");
    let run: ClusterRun | undefined;
    let own: string | undefined;
    const endAtExit = () => own !== undefined && new Servers(own).kill();
    // By themselves these signals would end the process without a word to the listener above.
    const leave = () => process.exit(130);

    before(async function () {
        const missing = missingForCluster(process.env) ?? options.missing?.();
        if (missing !== undefined) {
            say(skipOrFail(missing, process.env));
            return this.skip();
        }
        const tools = await provideClusterTools(process.env, { say, progress: terminalProgress() });
        own = mkdtempSync(folder);
        process.once("exit", endAtExit).once("SIGTERM", leave).once("SIGINT", leave);
        const begun = Date.now();
        const kubectl = await startControlPlane(own, tools, options);
        say(`      control plane up in ${((Date.now() - begun) / 1000).toFixed(1)} s`);
        run = { kubectl, tools, folder: own };
    });

    after(async () => {
        if (own === undefined) return;
        say(`      ${figuresLine(figuresOf(new Servers(own)))}`);
        await stopControlPlane(own);
        process.off("exit", endAtExit).off("SIGTERM", leave).off("SIGINT", leave);
        let passed = true;
        suite.eachTest((test) => {
            passed &&= test.isPassed() || test.isPending();
        });
        if (passed) rmSync(own, { recursive: true });
        else say(`      logs of the cluster: ${own}`);
    });

    return () => {
        if (run === undefined) throw new Error("cluster-run: there is a cluster inside tests and hooks only");
        return run;
    };
}

/**
 * What is said of tests that are left out.
 *
 * @throws Error under CI, where nothing may be left out
 */
export function skipOrFail(missing: string, env: Env): string {
    if (env["CI"]) throw new Error(`the tests on a real control plane cannot run, and CI leaves out none: ${missing}`);
    return `SKIPPED: the release is NOT proven on a real control plane. ${missing}`;
}

const stacks = new Map<string, Promise<RegisteredStack>>();

/** A stack as the program registers it, brought up once for all files of a run. */
export function sharedStack(settings: Settings = {}): Promise<RegisteredStack> {
    const key = JSON.stringify(settings);
    const known = stacks.get(key) ?? bringUp(settings);
    stacks.set(key, known);
    return known;
}

async function bringUp(settings: Settings): Promise<RegisteredStack> {
    const workDir = mkdtempSync(join(tmpdir(), "kaireon-cluster-stack-"));
    try {
        return await registeredStack(workDir, settings);
    } finally {
        rmSync(workDir, { recursive: true });
    }
}

/**
 * Asks again and again, several times a second, until the answer is right.
 *
 * @param wrong what is still wrong; `undefined` or nothing in the list once all is well
 * @throws Error with what was wrong last
 */
export async function eventually(
    wrong: () => Promise<string | readonly string[] | undefined>,
    seconds = 240,
): Promise<void> {
    const begun = Date.now();
    for (;;) {
        const found = await wrong();
        if (found === undefined || found.length === 0) return;
        if (Date.now() - begun > seconds * 1000)
            throw new Error(`after ${seconds} s still: ${[found].flat().join("; ")}`);
        await pause(250);
    }
}
