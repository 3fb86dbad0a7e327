import { z } from "zod";
import { migrationSchema } from "../stores/interaction-store/migration";
import { STORE_SETTINGS } from "../stores/selectors";
import { clusterSchema, nodesSchema } from "./cluster-schema";
import { broken, text } from "./fields";
import { ingressSchema, networkSchema } from "./network-schema";

const repository = (name: string, of: string) =>
    text(/^[a-z0-9]+([._/-][a-z0-9]+)*$/, "it is no image repository", "Give the name without registry and tag")
        .default(name)
        .describe(`Repository of ${of}, without registry and tag.`);

const imagesSchema = z
    .strictObject({
        registry: text(
            /^[a-z0-9][a-z0-9.-]*(:\d+)?(\/[a-z0-9][a-z0-9._/-]*)?$/,
            "it is no image registry",
            "Give host and path without https:// and without a slash at the end, such as 123456789012.dkr.ecr.eu-west-1.amazonaws.com",
        ).describe("Host and path before the repositories, such as 123456789012.dkr.ecr.eu-west-1.amazonaws.com."),
        tag: text(/^\w[\w.-]{0,127}$/, "it is no image tag", "Give one version that all images share, such as 2026.4.1")
            .refine(
                (tag) => tag !== "latest",
                broken("the pods of one release would run different code", "Give one version that all images share"),
            )
            .describe("Tag of the images, one version for all of them."),
        api: repository("kaireon-api", "the application's image"),
        worker: repository("kaireon-worker", "the workers' image"),
        mlWorker: repository("kaireon-ml", "the training image"),
        architecture: z
            .enum(["x86_64", "arm64"])
            .default("x86_64")
            .describe("Processor that the images are built for; all nodes must have it."),
    })
    .describe("The vendor's images, in a registry that the nodes can pull from.");

const chartSchema = z
    .strictObject({
        path: z.string().optional().describe("Folder or package of a chart, relative to the project."),
        repository: text(/^oci:\/\/\S+$/, "it is no OCI reference", "Write it as oci://host/path/chart")
            .optional()
            .describe("OCI reference of a chart."),
        version: z.string().optional().describe("Version of the chart at `repository`."),
    })
    .refine(
        ({ path, repository, version }) =>
            path !== undefined ? repository === undefined && version === undefined : Boolean(repository && version),
        broken("it names no chart", "Give either path, or repository and version"),
    )
    .optional()
    .describe("Another chart than infra/helm, such as the vendor's: `{path}` or `{repository, version}`.");

/** Everything under `kaireon:` in a stack's file. Unit, bounds, default and meaning of a setting stand on its field. */
export const stackSchema = z.strictObject({
    zones: z
        .array(z.string())
        // Instances of the database lie in the zones in turn: in another order they would be replaced.
        .overwrite((zones) => [...zones].sort())
        .describe("Availability zones, three of the region, in any order: the choice is the account's."),
    protect: z
        .boolean()
        .default(true)
        .describe(
            "Guard what holds data against deletion, in Pulumi and in AWS. What is deleted under false leaves no snapshot.",
        ),
    target: z
        .strictObject({
            decisionsPerSecond: z
                .int()
                .min(1)
                .max(1_000_000)
                .describe("Decisions a second at the peak that the platform is built for."),
            activeCustomers: z
                .exactOptional(z.int().min(1))
                .describe("Customers that get decisions; bounds what interactions in PostgreSQL are advised for."),
        })
        .describe("The load that the stores are sized for."),
    sizing: z
        .strictObject({
            requestsPerPod: z
                .exactOptional(z.int().min(1).max(100_000))
                .describe(
                    "Requests a second that one api pod serves within the SLO, as `npm run perf -- saturate` measures it. A target that the api's maximum of pods does not reach with it is refused. Default: not measured, and the vendor's best of 500 counts.",
                ),
        })
        .prefault({})
        .describe("What was measured under load."),
    network: networkSchema,
    cluster: clusterSchema,
    nodes: nodesSchema,
    ...STORE_SETTINGS,
    migration: migrationSchema,
    existingSecretKeyArns: z
        .array(
            text(
                /^arn:[\w-]+:kms:[\w-]+:\d{12}:key\/[\w-]+$/,
                "it is no ARN of a KMS key",
                "Give the key's ARN, no alias",
            ),
        )
        .default([])
        .describe(
            "Keys that encrypt the secrets of given stores (externalSecrets.<store>.secretArn), where they are not AWS's own.",
        ),
    ingress: ingressSchema,
    images: imagesSchema,
    alarms: z
        .strictObject({
            email: z
                .exactOptional(z.email(broken("it is no mail address", "Give one address, such as oncall@example.com")))
                .describe("Mail address that alarms go to, once its owner has confirmed the subscription."),
        })
        .prefault({})
        .describe("Where alarms go; without an address, to the SNS topic alone."),
    chart: chartSchema,
    valuesFiles: z
        .array(text(/\.ya?ml$/, "it is no file of values", "Give the path of a YAML file, relative to the project"))
        .default([])
        .describe(
            "Files of values of the chart, relative to the project, each over the one before and all under `values`: an overlay of your own, or the trial's.",
        ),
    values: z
        .record(z.string(), z.unknown())
        .default({})
        .describe("Values of the chart, in its own shape. They win over everything that the program computes."),
});

export type StackSettings = z.output<typeof stackSchema>;
