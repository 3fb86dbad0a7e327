import { TABLE_WRITE_QUOTA, TABLE_WRITE_QUOTA_CODE } from "../../infra/facts/dynamodb";
import { BROKER_TYPES, MAX_BROKERS, MAX_BROKERS_KRAFT } from "../../infra/facts/msk";
import type { PlatformSize } from "../../infra/sizing/platform";
import type { Workload } from "../../infra/sizing/workload";
import { exceedsTableQuota, writeUnits } from "../../infra/sizing/write-units";
import { oneOf, problem } from "./problem";
import type { StackSettings } from "./schema";

/** Brokers, partitions and disks against the target rate. */
export function kafkaProblems(
    { kafka, target }: StackSettings,
    workload: Workload,
    size: PlatformSize,
): readonly string[] {
    if (workload.eventBus !== "kafka") return [];
    const { brokers, partitionsPerBroker, recommendedPartitions, diskGibForRetention, diskGibForCooldown } = size.kafka;
    const problems: string[] = [];
    if (recommendedPartitions === undefined) {
        const rule = "MSK has no such type of Standard broker";
        problems.push(
            problem("kaireon:kafka.brokerInstanceType", kafka.brokerInstanceType, rule, `Take ${oneOf(BROKER_TYPES)}`),
        );
    } else if (partitionsPerBroker > recommendedPartitions) {
        const rule = `each broker would carry ${partitionsPerBroker} partitions and AWS advises ${recommendedPartitions} at most`;
        const fix = "Raise kaireon:kafka.brokersPerZone or take a larger type";
        problems.push(problem("kaireon:kafka.brokerInstanceType", kafka.brokerInstanceType, rule, fix));
    }
    const most = kafka.kafkaVersion.endsWith(".kraft") ? MAX_BROKERS_KRAFT : MAX_BROKERS;
    if (brokers > most) {
        const rule = `the cluster would have ${brokers} brokers and MSK allows ${most}`;
        problems.push(
            problem("kaireon:kafka.brokersPerZone", kafka.brokersPerZone, rule, "Lower it and take a larger type"),
        );
    }
    if (kafka.maxVolumeGb < kafka.volumeGb) {
        const rule = `it is below kaireon:kafka.volumeGb, which is ${kafka.volumeGb}`;
        problems.push(problem("kaireon:kafka.maxVolumeGb", kafka.maxVolumeGb, rule, "Raise it: a disk only grows"));
    } else if (kafka.maxVolumeGb < diskGibForRetention) {
        const rule =
            `${kafka.retentionHours} hours of events at ${target.decisionsPerSecond} decisions a second need ` +
            `${diskGibForRetention} GiB a broker`;
        const fix = "Raise it, lower kaireon:kafka.retentionHours, or raise kaireon:kafka.brokersPerZone";
        problems.push(problem("kaireon:kafka.maxVolumeGb", kafka.maxVolumeGb, rule, fix));
    }
    if (kafka.volumeGb < diskGibForCooldown && kafka.volumeGb < diskGibForRetention) {
        const need = Math.min(diskGibForCooldown, diskGibForRetention);
        const rule = `at the target rate a broker fills ${need} GiB before MSK may enlarge its disk again`;
        problems.push(problem("kaireon:kafka.volumeGb", kafka.volumeGb, rule, `Set it to ${need} or more`));
    }
    return problems;
}

/** The most that the vendor's documentation promises of one instance, in requests a second (it says 100 to 500). */
const BEST_DECISIONS_PER_POD = 500;
/** Share of the connections above which an alarm is due anyway. */
const CONNECTION_HEADROOM = 0.8;

/** Rates that need more than the settings say: quotas of the account, pods, connections. */
export function throughputWarnings(settings: StackSettings, workload: Workload, size: PlatformSize): readonly string[] {
    const { target, postgres, redis } = settings;
    const rate = target.decisionsPerSecond;
    const key = "kaireon:target.decisionsPerSecond";
    const warnings: string[] = [];
    if (workload.interactionStore === "dynamodb" && exceedsTableQuota(rate)) {
        const rule = `it needs ${writeUnits(rate)} writes a second and an account starts with ${TABLE_WRITE_QUOTA} a table`;
        warnings.push(problem(key, rate, rule, `Have AWS raise quota ${TABLE_WRITE_QUOTA_CODE} before the first up`));
    }
    const pods = workload.tiers.find(({ tier }) => tier === "api")?.maxReplicas ?? 0;
    if (rate > pods * BEST_DECISIONS_PER_POD) {
        const rule = `${pods} api pods serve ${pods * BEST_DECISIONS_PER_POD} at the very best (${BEST_DECISIONS_PER_POD} each)`;
        warnings.push(problem(key, rate, rule, "Raise api.autoscaling.maxReplicas in kaireon:values"));
    }
    const { available, connections, pods: clients } = size.connections;
    if (connections <= available && connections > available * CONNECTION_HEADROOM) {
        const rule = `${clients} pods at their maximum would open ${connections} of the ${available} connections of ${postgres.instanceClass}`;
        const fix = `Set it to ${Math.floor((available * CONNECTION_HEADROOM) / clients)} or less for a fifth of headroom`;
        warnings.push(problem("kaireon:postgres.poolSizePerPod", postgres.poolSizePerPod, rule, fix));
    }
    if (size.redis.nodes > size.redis.maxNodes) {
        const rule = `with their replicas they are ${size.redis.nodes} nodes and an account starts with ${size.redis.maxNodes} a cluster`;
        warnings.push(
            problem("kaireon:redis.shards", redis.shards, rule, "Have AWS raise the quota before the first up"),
        );
    }
    return warnings;
}
