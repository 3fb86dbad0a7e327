/** A sign that a part of the platform has reached its limit. */
export interface Signal {
    /** Of the series in an export: the label `signal` of Prometheus, the `Id` of CloudWatch. */
    readonly id: string;
    /** The part that it speaks for. */
    readonly tier: string;
    /** What is measured, with its unit. */
    readonly title: string;
    /** The signal has crossed where a value is as high. */
    readonly threshold: number;
    /** Where the threshold is from. */
    readonly source: string;
    readonly query: { readonly promql: string } | { readonly cloudWatch: string };
}

/** Of every metric of CloudWatch's here, in seconds. */
export const CLOUDWATCH_PERIOD_SECONDS = 60;

const NAMESPACE = "kaireon";
/** Prometheus needs two scrapes of 30 s each. */
export const PROMETHEUS_WINDOW_SECONDS = 60;

const CPU_LIMIT = "of its limit the kernel begins to hold a pod back in its busiest tenths of a second";
const ALARM = "the stack's own alarm";

/** Tiers by the name of their Deployments, without the release's. */
const TIERS = { api: "api", worker: "worker", mlWorker: "ml-worker", outboxPublisher: "outbox-publisher" } as const;

function cpuSignals(): readonly Signal[] {
    return Object.entries(TIERS).flatMap(([tier, workload]) => {
        const pods = `namespace="${NAMESPACE}",pod=~"kaireon-${workload}-[a-z0-9]+-[a-z0-9]+"`;
        const perSecond = (metric: string) =>
            `sum(rate(${metric}{${pods},container!=""}[${PROMETHEUS_WINDOW_SECONDS}s]))`;
        const periods = "container_cpu_cfs";
        return [
            {
                id: `${tier}Cpu`,
                tier,
                title: "CPU in use, as a share of the pods' limits",
                threshold: 0.9,
                source: CPU_LIMIT,
                query: {
                    promql: `${perSecond("container_cpu_usage_seconds_total")} / sum(kube_pod_container_resource_limits{${pods},resource="cpu"})`,
                },
            },
            {
                id: `${tier}CpuThrottled`,
                tier,
                title: "share of the scheduler's periods in which pods were held back at their CPU limit",
                threshold: 0.25,
                source: "kubernetes-mixin, alert CPUThrottlingHigh",
                query: {
                    promql: `${perSecond(`${periods}_throttled_periods_total`)} / ${perSecond(`${periods}_periods_total`)}`,
                },
            },
        ];
    });
}

interface Metric {
    readonly schema: string;
    readonly filter?: string;
    readonly name: string;
    readonly statistic: "Average" | "Maximum" | "Sum";
}

/** A search, since most of the stores' names end in random letters. */
function found({ schema, filter = "", name, statistic }: Metric): string {
    const terms = [`{${schema}}`, filter, `MetricName="${name}"`].filter((term) => term !== "").join(" ");
    return `SEARCH('${terms}', '${statistic}', ${CLOUDWATCH_PERIOD_SECONDS})`;
}

const table = { schema: "AWS/DynamoDB,TableName", filter: "TableName=interactions", statistic: "Sum" } as const;
const aurora = {
    schema: "AWS/RDS,DBClusterIdentifier",
    filter: "DBClusterIdentifier=postgres",
    statistic: "Maximum",
} as const;
const redis = { schema: "AWS/ElastiCache,CacheClusterId", filter: "CacheClusterId=redis" } as const;
const broker = { schema: 'AWS/Kafka,"Broker ID","Cluster Name"', statistic: "Average" } as const;
const groups = { schema: 'AWS/Kafka,"Cluster Name","Consumer Group",Topic', statistic: "Maximum" } as const;
const search = { schema: "AWS/ES,ClientId,DomainName", filter: "DomainName=search", statistic: "Sum" } as const;

/** By tier, id, title, threshold, source, expression. */
const STORES: readonly (readonly [string, string, string, number, string, string])[] = [
    [
        "DynamoDB",
        "tableWriteThrottles",
        "refused writes a minute",
        1,
        ALARM,
        `SUM(${found({ ...table, name: "WriteThrottleEvents" })})`,
    ],
    [
        "DynamoDB",
        "tableReadThrottles",
        "refused reads a minute",
        1,
        ALARM,
        `SUM(${found({ ...table, name: "ReadThrottleEvents" })})`,
    ],
    [
        "Aurora",
        "databaseCpu",
        "CPU of the busiest instance in %",
        90,
        ALARM,
        `MAX(${found({ ...aurora, name: "CPUUtilization" })})`,
    ],
    [
        "Aurora",
        "databaseConnections",
        "connections to the busiest instance",
        4000,
        `${ALARM}: 80 % of the 5,000 of db.r7g.2xlarge and larger; of a smaller class give --threshold databaseConnections=N`,
        `MAX(${found({ ...aurora, name: "DatabaseConnections" })})`,
    ],
    [
        "Redis",
        "cacheCpu",
        "CPU of the busiest engine thread in %",
        90,
        ALARM,
        `MAX(${found({ ...redis, name: "EngineCPUUtilization", statistic: "Maximum" })})`,
    ],
    [
        "Redis",
        "cacheEvictions",
        "evicted keys a minute",
        1,
        ALARM,
        `SUM(${found({ ...redis, name: "Evictions", statistic: "Sum" })})`,
    ],
    [
        "MSK",
        "brokerCpu",
        "user and system CPU of the busiest brokers of the region in %",
        60,
        `${ALARM}, AWS's advice for brokers`,
        `MAX(${found({ ...broker, name: "CpuUser" })}) + MAX(${found({ ...broker, name: "CpuSystem" })})`,
    ],
    [
        "MSK",
        "consumerLag",
        "how far the slowest consumer group of the region is behind, in seconds",
        10,
        "this project's choice: the vendor states none",
        `MAX(${found({ ...groups, name: "EstimatedMaxTimeLag" })})`,
    ],
    [
        "OpenSearch",
        "searchRejections",
        "searches refused in a minute",
        1,
        "AWS's recommended alarms for OpenSearch",
        `DIFF(SUM(${found({ ...search, name: "ThreadpoolSearchRejected" })}))`,
    ],
    [
        "OpenSearch",
        "indexRejections",
        "writes refused in a minute",
        1,
        "AWS's recommended alarms for OpenSearch",
        `DIFF(SUM(${found({ ...search, name: "ThreadpoolWriteRejected" })}))`,
    ],
];

/** What is looked at to name the tier that broke first. */
export const SIGNALS: readonly Signal[] = [
    ...cpuSignals(),
    {
        id: "workerQueue",
        tier: "worker",
        title: "jobs that wait in the longest queue, as KEDA reads it",
        threshold: 100,
        source: "vendor's incident thresholds: queue depth over 100",
        query: { promql: 'max(keda_scaler_metrics_value{scaledObject="kaireon-worker"})' },
    },
    ...STORES.map(([tier, id, title, threshold, source, cloudWatch]) => ({
        id,
        tier,
        title,
        threshold,
        source,
        query: { cloudWatch },
    })),
];
