import { cpuMillis, memoryMib } from "./quantity";
import type { View } from "./view";

/** The chart's tiers of pods, in the order of the overlay's table; the CronJobs are `cron`. */
const TIERS = ["api", "cron", "worker", "mlWorker", "outboxPublisher", "stream", "mcp"] as const;

export type TierName = (typeof TIERS)[number];

/** Pods beside the tiers': PgBouncer. No tier, as it has neither a budget nor a role of its own to be judged. */
export type PodsName = TierName | "pgbouncer";

/** The two that the large overlay leaves off, and the pooler. */
const OFF_UNLESS_SAID: readonly PodsName[] = ["stream", "mcp", "pgbouncer"];

/** Where the chart takes the numbers of pods from: a scaler's bounds, or one number. */
const REPLICAS: Readonly<Record<PodsName, readonly [least: string, most: string]>> = {
    api: ["autoscaling.minReplicas", "autoscaling.maxReplicas"],
    cron: ["replicas", "replicas"],
    worker: ["keda.minReplicas", "keda.maxReplicas"],
    mlWorker: ["autoscaling.minReplicas", "autoscaling.maxReplicas"],
    outboxPublisher: ["replicas", "replicas"],
    stream: ["replicas", "replicas"],
    mcp: ["replicas", "replicas"],
    pgbouncer: ["replicas", "replicas"],
};

/** One tier as the values describe it; reading throws as a {@link View} does. */
export class Tier<Name extends PodsName = TierName> {
    constructor(
        readonly name: Name,
        readonly values: View,
    ) {}

    /** `kaireon-ml-worker`: the name of its workload and of its service account. */
    get workload(): string {
        return `kaireon-${this.name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
    }

    get enabled(): boolean {
        const given = this.values.flag(this.name === "mcp" ? "dedicated" : "enabled");
        return given ?? !OFF_UNLESS_SAID.includes(this.name);
    }

    /** Pods at the least and at the most; undefined where the values do not say. */
    get minReplicas(): number | undefined {
        return this.values.number(REPLICAS[this.name][0]);
    }

    get maxReplicas(): number | undefined {
        return this.values.number(REPLICAS[this.name][1]);
    }

    /** The path of {@link minReplicas}, for messages: `values.worker.keda.minReplicas`. */
    get minReplicasPath(): string {
        return this.values.at(REPLICAS[this.name][0]).path;
    }

    get maxReplicasPath(): string {
        return this.values.at(REPLICAS[this.name][1]).path;
    }

    /** What one pod requests, and what it may use at the most; undefined where the values do not say. */
    get requestedCpuMillis(): number | undefined {
        return this.quantity("requests.cpu", cpuMillis);
    }

    get requestedMemoryMib(): number | undefined {
        return this.quantity("requests.memory", memoryMib);
    }

    get limitCpuMillis(): number | undefined {
        return this.quantity("limits.cpu", cpuMillis);
    }

    get limitMemoryMib(): number | undefined {
        return this.quantity("limits.memory", memoryMib);
    }

    get nodeSelector(): Readonly<Record<string, string>> {
        const selector = this.values.at("nodeSelector");
        return Object.fromEntries(selector.names().map((key) => [key, selector.text([key]) ?? ""]));
    }

    /** Whether the scheduler refuses an uneven spread over zones. */
    get isZoneStrict(): boolean {
        return this.values.text("topologySpread.zone") === "DoNotSchedule";
    }

    private quantity(place: string, parse: (text: string) => number): number | undefined {
        const text = this.values.text(`resources.${place}`);
        return text === undefined ? undefined : parse(text);
    }
}

/** The tiers that the values have a block for. */
export function tiersOf(values: View): readonly Tier[] {
    if (values.state === "unknown") throw values.cannotTell();
    return TIERS.filter((name) => values.at(name).exists).map((name) => new Tier(name, values.at(name)));
}

/** PgBouncer between pods and PostgreSQL; undefined where it is off. */
export function poolerOf(values: View): Tier<"pgbouncer"> | undefined {
    const pooler = new Tier("pgbouncer", values.at("postgres.pooler"));
    return pooler.enabled ? pooler : undefined;
}
