import { type ChildProcess, spawn } from "node:child_process";
import Table from "cli-table3";
import type { Kubectl } from "../../offline/cluster/kubectl";
import { kubectlBinary } from "../../offline/helm-binary";

/** Pods by `app.kubernetes.io/component`. */
export type Available = Readonly<Record<string, number>>;

/**
 * One line for each change of a pod: what happened, name, component, when it was told to end, whether it is ready. kubectl makes columns
 * of tabs, so something else stands between.
 */
const LINE =
    "{.type}|{.object.metadata.name}|{.object.metadata.labels.app\\.kubernetes\\.io/component}|" +
    '{.object.metadata.deletionTimestamp}|{.object.status.conditions[?(@.type=="Ready")].status}{"\\n"}';

/**
 * Counts the pods of each tier that are available, by a watch, so that no moment is missed. A pod that is told to end is none: it gets no
 * more requests.
 */
export class Availability {
    private readonly tierOf = new Map<string, string>();
    private readonly fewest = new Map<string, number>();
    private rest = "";

    private constructor(private readonly watch: ChildProcess) {
        watch.stdout?.setEncoding("utf8").on("data", (text: string) => this.read(text));
    }

    static async of(kubectl: Kubectl, namespace: string): Promise<Availability> {
        const args = ["get", "pods", `--namespace=${namespace}`, "--watch", "--output-watch-events"];
        const command = [`--kubeconfig=${kubectl.kubeconfig}`, ...args, `--output=jsonpath=${LINE}`];
        return new Availability(spawn(await kubectlBinary(), command, { stdio: ["ignore", "pipe", "ignore"] }));
    }

    now(): Available {
        const counts: Record<string, number> = {};
        for (const tier of [...this.tierOf.values()].sort()) counts[tier] = (counts[tier] ?? 0) + 1;
        return counts;
    }

    /** Begins a new count of the worst moment. */
    begin(): void {
        this.fewest.clear();
        for (const [tier, count] of Object.entries(this.now())) this.fewest.set(tier, count);
    }

    /** How many pods of each tier were available when they were fewest. */
    worst(): Available {
        return Object.fromEntries([...this.fewest].sort(([left], [right]) => left.localeCompare(right)));
    }

    end(): void {
        this.watch.kill();
    }

    private read(text: string): void {
        const lines = (this.rest + text).split("\n");
        this.rest = lines.pop() ?? "";
        for (const line of lines) this.note(line);
    }

    private note(line: string): void {
        const [event, name = "", tier = "", ending, ready] = line.split("|");
        if (tier === "" || tier === "cron") return;
        if (event !== "DELETED" && ending === "" && ready === "True") this.tierOf.set(name, tier);
        else this.tierOf.delete(name);
        const count = this.now()[tier] ?? 0;
        this.fewest.set(tier, Math.min(count, this.fewest.get(tier) ?? count));
    }
}

/** What befell the release, and how many pods of each tier were wanted and available at the worst moment. */
export interface Failure {
    readonly title: string;
    readonly wanted: Available;
    readonly worst: Available;
}

/** A line for each failure, a column for each tier: `4 of 6`. */
export function failuresTable(failures: readonly Failure[]): string {
    const tiers = [...new Set(failures.flatMap(({ wanted }) => Object.keys(wanted)))].sort();
    const table = new Table({
        head: ["available at the worst moment", ...tiers],
        style: { head: [], border: [], compact: true },
    });
    for (const { title, wanted, worst } of failures)
        table.push([title, ...tiers.map((tier) => `${worst[tier] ?? 0} of ${wanted[tier] ?? 0}`)]);
    return table.toString();
}
