import { z } from "zod";
import { MAX_NODES_PER_GROUP, MAX_PUBLIC_ACCESS_CIDRS } from "../../infra/facts/eks";
import { broken, cidr, logRetentionDays, text } from "./fields";

/** `kaireon:cluster` */
export const clusterSchema = z
    .strictObject({
        version: text(
            /^1\.\d{2}$/,
            "it is no Kubernetes version of EKS",
            'Write it as a quoted minor version, such as "1.35"',
        )
            .default("1.35")
            .describe("Kubernetes version. EKS moves up one minor version at a time and never down."),
        adminPrincipalArns: z
            .array(
                text(
                    /^arn:aws[a-z-]*:iam::\d{12}:(role|user)\/[\w+=,.@/-]+$/,
                    "it is no ARN of an IAM role or user",
                    "Give arn:aws:iam::<account>:role/<name>; of an assumed role, the role's own ARN",
                ),
            )
            .min(
                1,
                broken(
                    "only the identity that creates the cluster could administer it",
                    "Name at least one role that people take, other than the one that runs pulumi up",
                ),
            )
            .describe(
                "IAM roles or users that administer the cluster, without the one that creates it: EKS gives that one an entry of its own and refuses a second.",
            ),
        publicAccessCidrs: z
            .array(cidr())
            .max(
                MAX_PUBLIC_ACCESS_CIDRS,
                broken(`EKS takes at most ${MAX_PUBLIC_ACCESS_CIDRS} ranges`, "Merge neighbouring ranges"),
            )
            .default([])
            .describe(
                "IPv4 ranges that may reach the API endpoint from outside the VPC. Default: none, and Pulumi must run inside.",
            ),
        logRetentionDays: logRetentionDays()
            .default(365)
            .describe("Days that CloudWatch keeps the logs of control plane and stores."),
    })
    .describe("The EKS control plane.");

const nodeFields = (instanceType: string, diskGb: number, why: string) => ({
    instanceType: z.string().default(instanceType).describe(`EC2 type. Default: ${why}.`),
    diskGb: z.int().min(20).max(16384).default(diskGb).describe("Root volume, gp3, in GiB: images and emptyDirs."),
});

const node = (instanceType: string, diskGb: number, why: string) =>
    z.strictObject(nodeFields(instanceType, diskGb, why)).prefault({});

/**
 * `kaireon:nodes`. The defaults follow from the overlay's requests: an m7i.2xlarge leaves 7.7 cores and 28.5 GiB for pods, three of
 * api or worker by cores, and even at their limits they fit its memory. Larger nodes hold no more pods per core at 50 pods, and cost
 * twice as much at six.
 */
export const nodesSchema = z
    .strictObject({
        api: node("m7i.2xlarge", 100, "three pods of 2 cores each, with memory for their limits").describe("api tier."),
        worker: node("m7i.2xlarge", 100, "three pods of 2 cores each, with memory for their limits").describe(
            "worker tier.",
        ),
        ml: node("m7i.4xlarge", 200, "the smallest of the family that has the 8 cores a training pod may use").describe(
            "mlWorker tier.",
        ),
        general: node(
            "m7i.xlarge",
            100,
            "the add-ons, controllers and small tiers fit on one with a zone lost",
        ).describe("Everything else: add-ons, controllers, outbox publisher, cron jobs, optional tiers."),
        surviveZoneLoss: z
            .boolean()
            .default(true)
            .describe(
                "Whether the pools have nodes for the pods of a lost zone; false saves them, and those pods wait until the zone is back.",
            ),
        load: z
            .exactOptional(
                z.strictObject({
                    ...nodeFields("m7i.xlarge", 50, "3 cores and 12 GiB for the one runner of k6 that a node takes"),
                    maxNodes: z
                        .int()
                        .min(1)
                        .max(MAX_NODES_PER_GROUP)
                        .describe("Nodes at most, and with them runners. The group is empty while no load is sent."),
                }),
            )
            .describe("Nodes that measured load comes from (perf/README.md), apart from the platform's."),
    })
    .prefault({})
    .describe("Nodes of the pools. How many there are follows from the chart's values.");
