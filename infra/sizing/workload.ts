import type { ChartValues } from "../app/chart-values";
import { TIERS, type Tier } from "../app/tiers";
import { cpuMilli, memoryMib, podsOf } from "./quantity";

/** The node pools, each with its own node groups. `general` carries whatever has no pool of its own. */
export const POOLS = ["api", "worker", "ml", "general"] as const;
export type Pool = (typeof POOLS)[number];

/** What the event bus resolves to, aliases such as `msk` and `redpanda` folded into `kafka`. */
export type EventBus = "redis" | "kafka" | "kinesis" | "eventbridge" | "pulsar";
export type InteractionStore = "pg" | "dynamodb" | "scylla" | "cassandra";

/** One tier of the chart, as far as sizes depend on it. Counts are pods. */
export interface TierWorkload {
    readonly tier: Tier;
    readonly pool: Pool;
    readonly enabled: boolean;
    readonly minReplicas: number;
    readonly maxReplicas: number;
    /** Extra pods that a rolling update starts before it stops old ones, at `minReplicas` and at `maxReplicas`. */
    readonly minSurge: number;
    readonly maxSurge: number;
    /** Request of one pod, in thousandths of a core. */
    readonly cpuMilli: number;
    /** Request of one pod, in MiB. */
    readonly memoryMib: number;
    /** Limit of one pod where the chart sets one. */
    readonly limitCpuMilli?: number;
    readonly limitMemoryMib?: number;
    /** Spread over the zones with `DoNotSchedule`: a pod waits rather than unbalance them. */
    readonly zoneStrict: boolean;
}

/** Everything that the infrastructure must know about what the chart will run. */
export interface Workload {
    /** In the order of the overlay's table; disabled tiers are listed too. */
    readonly tiers: readonly TierWorkload[];
    readonly postgresExternalReplicas: number;
    readonly postgresMode: string;
    readonly redisMode: string;
    readonly redisCluster: boolean;
    readonly eventBus: EventBus;
    readonly interactionStore: InteractionStore;
    readonly search: boolean;
    readonly streaming: boolean;
    readonly mcpDedicated: boolean;
    /** `postgres.pooler`; undefined while it is off. */
    readonly pooler: PoolerWorkload | undefined;
    /** `monitoring.prometheus.enabled`: the chart then makes objects of the Prometheus operator's kinds. */
    readonly prometheus: boolean;
}

/** PgBouncer in the cluster, on the general pool. */
export interface PoolerWorkload {
    readonly replicas: number;
    /** Extra pods of a rolling update. */
    readonly surge: number;
    /** Connections that one pod opens to the writer at most, and as many again to the readers. */
    readonly defaultPoolSize: number;
    /** Connections that one pod takes at most. */
    readonly maxClientConnections: number;
    readonly cpuMilli: number;
    readonly memoryMib: number;
}

/** A value of the chart that sizes cannot be computed from. */
export interface ValueProblem {
    /** Path in the values, such as `api.resources.requests.cpu`. */
    readonly path: string;
    readonly value: unknown;
    readonly rule: string;
}

const EVENT_BUSES: Readonly<Record<string, EventBus>> = {
    redis: "redis",
    kafka: "kafka",
    redpanda: "kafka",
    msk: "kafka",
    aws_msk: "kafka",
    kinesis: "kinesis",
    eventbridge: "eventbridge",
    pulsar: "pulsar",
};
const INTERACTION_STORES: Readonly<Record<string, InteractionStore>> = {
    pg: "pg",
    dynamodb: "dynamodb",
    scylla: "scylla",
    cassandra: "cassandra",
};

/** The bus that a value of `config.EVENT_PUBLISHER` or `eventbus.backend` means; `undefined` for an unknown one. */
export function eventBusOf(value: unknown): EventBus | undefined {
    return EVENT_BUSES[String(value)];
}

const REPLICA_PATHS: Readonly<Record<Tier, { min: string; max: string } | undefined>> = {
    api: { min: "api.autoscaling.minReplicas", max: "api.autoscaling.maxReplicas" },
    worker: { min: "worker.keda.minReplicas", max: "worker.keda.maxReplicas" },
    mlWorker: { min: "mlWorker.autoscaling.minReplicas", max: "mlWorker.autoscaling.maxReplicas" },
    outboxPublisher: { min: "outboxPublisher.replicas", max: "outboxPublisher.replicas" },
    stream: { min: "stream.replicas", max: "stream.replicas" },
    mcp: { min: "mcp.replicas", max: "mcp.replicas" },
    cron: undefined,
};
const POOL_OF: Readonly<Partial<Record<Tier, Pool>>> = { api: "api", worker: "worker", mlWorker: "ml" };
/** A Deployment's `maxSurge` when the chart leaves it to Kubernetes. */
const DEFAULT_SURGE = "25%";
const CPU_RULE = "must be a CPU quantity such as 2 or 500m";
const MEMORY_RULE = "must be a memory quantity such as 4Gi";

/**
 * Reads the workload out of the chart's merged values: the one place that knows their paths.
 *
 * @throws Error naming every value that is missing or malformed; `inspectWorkload` gives them without throwing
 */
export function readWorkload(values: ChartValues): Workload {
    const { workload, problems } = inspectWorkload(values);
    if (problems.length > 0) {
        throw new Error(problems.map(({ path, value, rule }) => `${path} is ${show(value)}; ${rule}`).join("\n"));
    }
    return workload;
}

/** The workload and what keeps it from being right; a value that cannot be read counts as 0, or as the smallest choice. */
export function inspectWorkload(values: ChartValues): {
    readonly workload: Workload;
    readonly problems: readonly ValueProblem[];
} {
    const problems: ValueProblem[] = [];
    const workload = parseWorkload(values, problems);
    return { workload, problems };
}

/** The value at a dotted path, or `undefined`. */
export function valueAt(values: unknown, path: string): unknown {
    return path.split(".").reduce<unknown>((node, key) => {
        if (typeof node !== "object" || node === null) return undefined;
        return Object.hasOwn(node, key) ? Reflect.get(node, key) : undefined;
    }, values);
}

function parseWorkload(values: ChartValues, problems: ValueProblem[]): Workload {
    const read = new ValueReader(values, problems);
    return {
        tiers: TIERS.map((tier) => readTier(read, tier)),
        postgresExternalReplicas: read.count("postgresExternalReplicas", 0),
        postgresMode: String(read.at("postgres.mode")),
        redisMode: String(read.at("redis.mode")),
        redisCluster: read.at("redis.cluster") === true,
        eventBus: readEventBus(read),
        interactionStore: readInteractionStore(read),
        search: read.at("opensearch.enabled") === true,
        streaming: isStreaming(read),
        mcpDedicated: read.at("mcp.dedicated") === true,
        pooler: readPooler(read),
        prometheus: read.at("monitoring.prometheus.enabled") === true,
    };
}

function readPooler(read: ValueReader): PoolerWorkload | undefined {
    const path = "postgres.pooler";
    if (read.at(`${path}.enabled`) !== true) return undefined;
    return {
        replicas: read.count(`${path}.replicas`),
        // The chart's own Deployment, not a setting.
        surge: 1,
        defaultPoolSize: read.count(`${path}.defaultPoolSize`),
        maxClientConnections: read.count(`${path}.maxClientConnections`),
        cpuMilli: read.quantity(`${path}.resources.requests.cpu`, cpuMilli, CPU_RULE),
        memoryMib: read.quantity(`${path}.resources.requests.memory`, memoryMib, MEMORY_RULE),
    };
}

function readTier(read: ValueReader, tier: Tier): TierWorkload {
    const replicas = REPLICA_PATHS[tier];
    const minReplicas = replicas ? read.count(replicas.min) : enabledSchedules(read);
    const maxReplicas = replicas ? read.count(replicas.max, undefined, minReplicas) : enabledSchedules(read);
    const limitCpuMilli = cpuMilli(read.at(`${tier}.resources.limits.cpu`));
    const limitMemoryMib = memoryMib(read.at(`${tier}.resources.limits.memory`));
    return {
        tier,
        pool: POOL_OF[tier] ?? "general",
        enabled: isEnabled(read, tier),
        minReplicas,
        maxReplicas,
        // A CronJob with `concurrencyPolicy: Forbid` never runs beside itself.
        minSurge: replicas ? read.share(`${tier}.rollingUpdate.maxSurge`, minReplicas, DEFAULT_SURGE) : 0,
        maxSurge: replicas ? read.share(`${tier}.rollingUpdate.maxSurge`, maxReplicas, DEFAULT_SURGE) : 0,
        cpuMilli: read.quantity(`${tier}.resources.requests.cpu`, cpuMilli, CPU_RULE),
        memoryMib: read.quantity(`${tier}.resources.requests.memory`, memoryMib, MEMORY_RULE),
        ...(limitCpuMilli === undefined ? {} : { limitCpuMilli }),
        ...(limitMemoryMib === undefined ? {} : { limitMemoryMib }),
        zoneStrict: read.at(`${tier}.topologySpread.zone`) === "DoNotSchedule",
    };
}

function isEnabled(read: ValueReader, tier: Tier): boolean {
    if (tier === "mcp") return read.at("mcp.dedicated") === true;
    if (tier === "stream") return isStreaming(read);
    return read.at(`${tier}.enabled`) !== false;
}

/** The chart runs the streaming tier only under both conditions, so sizes must not count it under one. */
function isStreaming(read: ValueReader): boolean {
    return read.at("stream.enabled") === true && String(read.at("config.FLOW_STREAMING_ENABLED")) === "true";
}

function enabledSchedules(read: ValueReader): number {
    const schedules = read.at("cron.schedules");
    if (typeof schedules !== "object" || schedules === null) return 0;
    return Object.values(schedules).filter((schedule) => valueAt(schedule, "enabled") === true).length;
}

/** The alias decides while it is on; off, `config.EVENT_PUBLISHER` does (`redis` unless set). */
function readEventBus(read: ValueReader): EventBus {
    const path = read.at("eventbus.enabled") === true ? "eventbus.backend" : "config.EVENT_PUBLISHER";
    return read.choice(path, EVENT_BUSES, "redis");
}

function readInteractionStore(read: ValueReader): InteractionStore {
    const alias = Boolean(read.at("interactionStore.backend"));
    return read.choice(alias ? "interactionStore.backend" : "config.INTERACTION_STORE", INTERACTION_STORES, "pg");
}

/** Reads values by path and notes what is wrong with them instead of stopping at the first. */
class ValueReader {
    constructor(
        private readonly values: ChartValues,
        private readonly problems: ValueProblem[],
    ) {}

    at(path: string): unknown {
        return valueAt(this.values, path);
    }

    /** @param standIn what a value that cannot be read counts as */
    count(path: string, fallback?: number, standIn = 0): number {
        const value = this.at(path) ?? fallback;
        if (typeof value === "number" && Number.isInteger(value) && value >= 0) return value;
        return this.note(path, value, "must be a whole number, 0 or more", standIn);
    }

    quantity(path: string, parse: (value: unknown) => number | undefined, rule: string): number {
        return parse(this.at(path)) ?? this.note(path, this.at(path), rule, 0);
    }

    share(path: string, replicas: number, fallback: string): number {
        const value = this.at(path) ?? fallback;
        return podsOf(value, replicas) ?? this.note(path, value, "must be a count or a percentage such as 25%", 0);
    }

    choice<T>(path: string, meanings: Readonly<Record<string, T>>, fallback: string & keyof typeof meanings): T {
        // The chart's base values hold "" for "not set".
        const value = this.at(path) || fallback;
        const meaning = Object.hasOwn(meanings, String(value)) ? meanings[String(value)] : undefined;
        if (meaning !== undefined) return meaning;
        const known = Object.keys(meanings).join(", ");
        return this.note(path, value, `must be one of ${known}`, meanings[fallback] as T);
    }

    private note<T>(path: string, value: unknown, rule: string, standIn: T): T {
        if (!this.problems.some((problem) => problem.path === path)) this.problems.push({ path, value, rule });
        return standIn;
    }
}

function show(value: unknown): string {
    return value === undefined ? "missing" : JSON.stringify(value);
}
