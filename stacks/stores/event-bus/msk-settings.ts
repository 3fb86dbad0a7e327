import { z } from "zod";
import type { BrokerDisk } from "../../../infra/data/event-bus/msk-cluster";
import { BROKER_DISK_GIB, isExpress } from "../../../infra/facts/msk";
import { text } from "../../config/fields";

/** Disk of a Standard broker, in GiB, where the settings say nothing: a day of events at the target rate of large. */
const DEFAULT_DISK: BrokerDisk = { volumeGb: 600, maxVolumeGb: 2400 };

const diskGb = () => z.int().min(BROKER_DISK_GIB.min).max(BROKER_DISK_GIB.max).optional();

/** `kaireon:kafka` */
export const mskSettings = z
    .strictObject({
        brokerInstanceType: z
            .string()
            .default("kafka.m7g.large")
            .describe(
                "MSK broker type: kafka.* for Standard brokers, express.* for Express brokers. A running cluster cannot change from one kind to the other.",
            ),
        brokersPerZone: z.int().min(1).max(20).default(1).describe("Brokers in each zone, 1 to 20."),
        volumeGb: diskGb().describe(
            `Disk of a Standard broker at first, in GiB; grown by auto scaling and never shrunk. Default: ${DEFAULT_DISK.volumeGb}. Express brokers have none.`,
        ),
        maxVolumeGb: diskGb().describe(
            `Disk that auto scaling may grow a Standard broker to, in GiB. Default: ${DEFAULT_DISK.maxVolumeGb}. Express brokers have none.`,
        ),
        retentionHours: z
            .int()
            .min(1)
            .max(8760)
            .default(24)
            .describe("Hours that topics keep events. Default: a day at the full target rate fits the disks."),
        kafkaVersion: text(
            /^\d+\.\d+\.(\d+|x)(\.kraft)?$/,
            "it is no Kafka version of MSK",
            "Write it as MSK lists it, such as 3.9.x.kraft",
        )
            .default("3.9.x.kraft")
            .describe("Kafka version as MSK names it, such as 3.9.x.kraft."),
        authentication: z
            .enum(["iam", "scram"])
            .default("iam")
            .describe("How pods sign in: by their IAM role, or by user and password out of Secrets Manager."),
    })
    .prefault({})
    .describe("MSK, built when the chart's event bus is kafka.");

export type MskSettings = z.output<typeof mskSettings>;

type DiskSettings = Pick<MskSettings, "volumeGb" | "maxVolumeGb">;

/** The disk of Standard brokers. */
export function standardDisk({ volumeGb, maxVolumeGb }: DiskSettings): BrokerDisk {
    return { volumeGb: volumeGb ?? DEFAULT_DISK.volumeGb, maxVolumeGb: maxVolumeGb ?? DEFAULT_DISK.maxVolumeGb };
}

/** The brokers' disk; none for Express brokers. */
export function brokerDisk(settings: DiskSettings & Pick<MskSettings, "brokerInstanceType">): BrokerDisk | undefined {
    return isExpress(settings.brokerInstanceType) ? undefined : standardDisk(settings);
}
