import { type ChildProcess, spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { CommandResult, Kubectl } from "../../offline/cluster/kubectl";
import { helmBinary } from "../../offline/helm-binary";

/** A chart in a folder, with the values that it is released with. */
export interface ChartOf {
    readonly chart: string;
    readonly values: Readonly<Record<string, unknown>>;
}

interface Revision {
    readonly revision: number;
    readonly status: string;
    /** Name and version of the chart. */
    readonly chart: string;
}

/** The release in a cluster, changed by Helm as the program's provider does and as an operator does. */
export class HelmRelease {
    private readonly where: readonly string[];

    constructor(
        private readonly kubectl: Kubectl,
        private readonly name: string,
        namespace: string,
    ) {
        this.where = [`--namespace=${namespace}`];
    }

    /** Installs or upgrades and returns to the last revision when it fails: `atomic` and `cleanupOnFail` of the program's release. */
    upgrade(release: ChartOf, timeout = "10m"): Promise<CommandResult> {
        return this.kubectl.helm([...this.upgradeArgs(release, timeout), "--rollback-on-failure", "--cleanup-on-fail"]);
    }

    /** Begins an upgrade; the caller ends it by its process id. */
    async begin(release: ChartOf): Promise<ChildProcess> {
        const args = ["--kubeconfig", this.kubectl.kubeconfig, ...this.upgradeArgs(release, "10m")];
        return spawn(await helmBinary(), args, { stdio: "ignore" });
    }

    rollback(revision: number): Promise<CommandResult> {
        // What the README says, and waits besides.
        const args = ["rollback", this.name, `${revision}`, ...this.where, "--wait", "--timeout=10m"];
        return this.kubectl.helm([...args, "--server-side=false"]);
    }

    /** Every revision, the oldest first. */
    async history(): Promise<readonly Revision[]> {
        const { stdout } = await this.kubectl.helm(["history", this.name, ...this.where, "--output=json"]);
        return JSON.parse(stdout) as Revision[];
    }

    async last(): Promise<Revision> {
        const last = (await this.history()).at(-1);
        if (last === undefined) throw new Error(`${this.name} has no revision`);
        return last;
    }

    /** @param revision the last one when absent */
    async manifest(revision?: number): Promise<string> {
        const of = revision === undefined ? [] : [`--revision=${revision}`];
        return (await this.kubectl.helm(["get", "manifest", this.name, ...this.where, ...of])).stdout;
    }

    private upgradeArgs({ chart, values }: ChartOf, timeout: string): readonly string[] {
        const file = join(dirname(this.kubectl.kubeconfig), "upgrade-values.json");
        writeFileSync(file, JSON.stringify(values), { mode: 0o600 });
        // The provider's Helm merges here and not on the server.
        const merge = "--server-side=false";
        return [
            "upgrade",
            this.name,
            chart,
            "--install",
            merge,
            ...this.where,
            `--values=${file}`,
            "--wait",
            `--timeout=${timeout}`,
        ];
    }
}
