import {
    BROKER_TYPES,
    EXPRESS_BROKER_TYPES,
    EXPRESS_KAFKA,
    IAM_CONNECTIONS_PER_SECOND,
    isExpress,
    MAX_BROKERS,
    MAX_BROKERS_KRAFT,
} from "../../../infra/facts/msk";
import { oneOf, problem } from "../../config/problem";
import type { CheckContext } from "../store-choice";
import { type MskSettings, standardDisk } from "./msk-settings";

type MskContext = CheckContext<MskSettings>;

const TYPE = "kaireon:kafka.brokerInstanceType";

/** Brokers, partitions and disks against the target rate. */
export function mskProblems(context: MskContext): readonly string[] {
    const { brokerInstanceType } = context.settings;
    return [
        ...partitionProblems(context),
        ...brokerCountProblems(context),
        ...(isExpress(brokerInstanceType) ? expressProblems(context) : diskProblems(context)),
    ];
}

function partitionProblems({ settings: { brokerInstanceType: type }, size }: MskContext): readonly string[] {
    const { partitionsPerBroker, recommendedPartitions } = size.kafka;
    if (recommendedPartitions === undefined) {
        const [kind, known] = isExpress(type) ? ["Express", EXPRESS_BROKER_TYPES] : ["Standard", BROKER_TYPES];
        return [problem(TYPE, type, `MSK has no such type of ${kind} broker`, `Take ${oneOf(known)}`)];
    }
    if (partitionsPerBroker <= recommendedPartitions) return [];
    const rule = `each broker would carry ${partitionsPerBroker} partitions and AWS advises ${recommendedPartitions} at most`;
    return [problem(TYPE, type, rule, "Raise kaireon:kafka.brokersPerZone or take a larger type")];
}

function brokerCountProblems({ settings, size: { kafka } }: MskContext): readonly string[] {
    const most = settings.kafkaVersion.endsWith(".kraft") ? MAX_BROKERS_KRAFT : MAX_BROKERS;
    if (kafka.brokers <= most) return [];
    const rule = `the cluster would have ${kafka.brokers} brokers and MSK allows ${most}`;
    return [problem("kaireon:kafka.brokersPerZone", settings.brokersPerZone, rule, "Lower it and take a larger type")];
}

function diskProblems({ settings, decisionsPerSecond, size }: MskContext): readonly string[] {
    const { volumeGb, maxVolumeGb } = standardDisk(settings);
    const { diskGibForRetention, diskGibForCooldown } = size.kafka;
    const problems: string[] = [];
    if (maxVolumeGb < volumeGb) {
        const rule = `it is below kaireon:kafka.volumeGb, which is ${volumeGb}`;
        problems.push(problem("kaireon:kafka.maxVolumeGb", maxVolumeGb, rule, "Raise it: a disk only grows"));
    } else if (maxVolumeGb < diskGibForRetention) {
        const rule =
            `${settings.retentionHours} hours of events at ${decisionsPerSecond} decisions a second need ` +
            `${diskGibForRetention} GiB a broker`;
        const fix = "Raise it, lower kaireon:kafka.retentionHours, or raise kaireon:kafka.brokersPerZone";
        problems.push(problem("kaireon:kafka.maxVolumeGb", maxVolumeGb, rule, fix));
    }
    const need = Math.min(diskGibForCooldown, diskGibForRetention);
    if (volumeGb < need) {
        const rule = `at the target rate a broker fills ${need} GiB before MSK may enlarge its disk again`;
        problems.push(problem("kaireon:kafka.volumeGb", volumeGb, rule, `Set it to ${need} or more`));
    }
    return problems;
}

/** What Express brokers have no choice of, and what they hold their clients to. */
function expressProblems({ settings, zones, decisionsPerSecond, size }: MskContext): readonly string[] {
    const { brokerInstanceType, kafkaVersion } = settings;
    const { ingressMbPerBroker, sustainedIngressMb } = size.kafka;
    const problems: string[] = [];
    for (const key of ["volumeGb", "maxVolumeGb"] as const) {
        if (settings[key] === undefined) continue;
        const rule = `MSK keeps the data of Express brokers (${brokerInstanceType}) by itself`;
        problems.push(problem(`kaireon:kafka.${key}`, settings[key], rule, "Remove it"));
    }
    if (zones.length !== EXPRESS_KAFKA.zones) {
        const rule = `Express brokers need ${EXPRESS_KAFKA.zones} zones, and kaireon:zones has ${zones.length}`;
        problems.push(problem(TYPE, brokerInstanceType, rule, "Take a Standard broker, such as kafka.m7g.large"));
    }
    if (runsOnExpress(kafkaVersion) === false) {
        const rule = `Express brokers run ${EXPRESS_KAFKA.listed.join(", ")}, with KRaft from ${EXPRESS_KAFKA.kraftFrom}`;
        problems.push(problem("kaireon:kafka.kafkaVersion", kafkaVersion, rule, "Take 3.9.x.kraft"));
    }
    if (sustainedIngressMb !== undefined && ingressMbPerBroker > sustainedIngressMb) {
        const rule =
            `${decisionsPerSecond} decisions a second write ${ingressMbPerBroker} MB a second to each broker, and MSK throttles above ` +
            `${sustainedIngressMb}`;
        const fix = "Raise kaireon:kafka.brokersPerZone or take a larger type";
        problems.push(problem(TYPE, brokerInstanceType, rule, fix));
    }
    return problems;
}

/** Releases that came after the list are neither known to run nor known not to. */
export function runsOnExpress(kafkaVersion: string): boolean | undefined {
    const release = releaseOf(kafkaVersion);
    const newest = EXPRESS_KAFKA.listed.at(-1) ?? "";
    if (compareReleases(release, newest) > 0) return undefined;
    if (kafkaVersion.endsWith(".kraft") && compareReleases(release, EXPRESS_KAFKA.kraftFrom) < 0) return false;
    return EXPRESS_KAFKA.listed.includes(release);
}

/** What may be right and could not be checked, and what is slow. */
export function mskWarnings({ settings }: MskContext): readonly string[] {
    const { brokerInstanceType, kafkaVersion, authentication } = settings;
    const warnings: string[] = [];
    if (isExpress(brokerInstanceType) && runsOnExpress(kafkaVersion) === undefined) {
        const rule = "it is not in this program's list of versions of Express brokers";
        warnings.push(problem("kaireon:kafka.kafkaVersion", kafkaVersion, rule, "Check that AWS offers it"));
    }
    if (brokerInstanceType.startsWith("kafka.t") && authentication === "iam") {
        const rule = `a broker of it takes ${IAM_CONNECTIONS_PER_SECOND.t3} new connections a second with IAM, so that pods connect slowly after a rollout`;
        warnings.push(
            problem(TYPE, brokerInstanceType, rule, "Take kafka.m7g.large or a larger type for more than a trial"),
        );
    }
    return warnings;
}

/** `3.9` of `3.9.x.kraft`. */
function releaseOf(version: string): string {
    return version.split(".").slice(0, 2).join(".");
}

function compareReleases(left: string, right: string): number {
    return left.localeCompare(right, undefined, { numeric: true });
}
