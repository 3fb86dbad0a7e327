import { z } from "zod";
import { AURORA_VERSIONS, auroraClasses, MAX_READERS } from "../../../infra/facts/aurora-postgresql";
import { text } from "../../config/fields";
import { unknownType, unlisted, unlistedType } from "../../config/known-types";
import { problem } from "../../config/problem";
import { isGiven } from "../given";
import type { CheckContext, StoreChoice } from "../store-choice";
import { connectionProblems, connectionWarnings, poolerProblems, poolerWarnings } from "./connections";

/** `kaireon:postgres` */
const settings = z
    .strictObject({
        instanceClass: text(
            /^db\.[a-z0-9]+\.[a-z0-9]+$|^db\.serverless$/,
            "it is no instance class",
            "Write it as db.<family>.<size>, such as db.r7g.2xlarge",
        )
            .default("db.r7g.2xlarge")
            .describe("Aurora instance class of writer and readers. Default: the smallest with 5,000 connections."),
        engineVersion: text(
            /^\d{2}(\.\d{1,2})?$/,
            "it is no Aurora PostgreSQL version",
            'Write it in quotes, such as "17.7"',
        )
            .default("17.7")
            .describe("Aurora PostgreSQL version, 15 or newer. A major alone leaves minor releases to AWS."),
        databaseName: text(
            /^[a-z][a-z0-9_]{0,62}$/,
            "PostgreSQL would need quotes around it",
            "Start with a small letter and use small letters, digits and _ only",
        )
            .default("kaireon")
            .describe("Name of the database."),
        storage: z
            .enum(["standard", "ioOptimized"])
            .default("standard")
            .describe(
                "standard charges each I/O; ioOptimized none, for dearer instances and storage. AWS allows the change to it once in 30 days, and back at any time.",
            ),
        snapshotIdentifier: z
            .exactOptional(
                text(
                    /^(arn:aws[a-z-]*:rds:[a-z0-9-]+:\d{12}:(cluster-)?snapshot:)?[A-Za-z][\w:-]{0,254}$/,
                    "it is no name and no ARN of a snapshot",
                    "Take the name or the ARN that RDS shows",
                ),
            )
            .describe(
                "Snapshot that the database is made from; read when there is no database yet, and never again. Default: an empty one.",
            ),
        backupRetentionDays: z
            .int()
            .min(7)
            .max(35)
            .default(14)
            .describe("Days that automatic backups are kept, 7 to 35."),
        poolSizePerPod: z
            .int()
            .min(1)
            .max(200)
            .default(10)
            .describe("Connections that one pod opens at most, 1 to 200."),
    })
    .prefault({})
    .describe("Aurora PostgreSQL. Its readers are the chart's postgresExternalReplicas.");

type AuroraContext = CheckContext<z.output<typeof settings>>;

/** Aurora PostgreSQL of this program's own: a writer and the readers of `postgresExternalReplicas`. */
export const aurora: StoreChoice<typeof settings> = {
    about: {
        title: "Aurora PostgreSQL",
        select: "postgres.mode: external, and no postgres.external.host",
        choose: "By default: the readers, backups and failover are the program's, and their number is the chart's.",
        limits: [
            `At most ${MAX_READERS} readers.`,
            "ioOptimized storage pays off where I/O is more than a quarter of Aurora's bill; AWS allows the change to it once in 30 days.",
            "From a snapshot: user, database and major version are the snapshot's; the login by IAM is on after the second up only.",
        ],
    },
    settings,
    selectedBy: ({ postgresMode }, values) => postgresMode === "external" && !isGiven(values, "postgres.external.host"),
    problems: (context) => [
        ...readerProblems(context),
        ...classProblems(context),
        ...versionProblems(context),
        ...connectionProblems(context),
        ...poolerProblems(context),
    ],
    warnings: (context) => {
        const { settings: postgres, region } = context;
        const { instanceClass, engineVersion } = postgres;
        const majors = new Set(AURORA_VERSIONS.map((version) => version.split(".")[0]));
        const isListed = AURORA_VERSIONS.includes(engineVersion) || majors.has(engineVersion);
        return [
            ...(isListed
                ? []
                : [unlisted("kaireon:postgres.engineVersion", engineVersion, "Aurora PostgreSQL versions")]),
            ...unlistedType("kaireon:postgres.instanceClass", instanceClass, auroraClasses(region), "Aurora classes"),
            ...connectionWarnings(context),
            ...poolerWarnings(context),
            ...snapshotWarnings(postgres),
        ];
    },
    build: ({ placement, settings: postgres, workload, size }) => {
        const { Aurora } =
            require("../../../infra/data/postgres/aurora") as typeof import("../../../infra/data/postgres/aurora");
        const backend = new Aurora("postgres", {
            placement,
            ...postgres,
            readers: workload.postgresExternalReplicas,
            maxConnections: size.connections.maxConnections,
        });
        return { backend, writerEndpoint: backend.writerEndpoint };
    },
};

function readerProblems({ workload: { postgresExternalReplicas: readers } }: AuroraContext): readonly string[] {
    if (readers <= MAX_READERS) return [];
    const rule = `Aurora allows at most ${MAX_READERS}`;
    return [problem("postgresExternalReplicas", readers, rule, "Lower postgresExternalReplicas in kaireon:values")];
}

function classProblems({ settings: { instanceClass }, region, size }: AuroraContext): readonly string[] {
    const key = "kaireon:postgres.instanceClass";
    if (instanceClass === "db.serverless") {
        const rule = "its connections come and go with its capacity, and this program counts on those of a class";
        return [problem(key, instanceClass, rule, "Take a provisioned class, such as db.r7g.2xlarge")];
    }
    const unknown = unknownType(key, instanceClass, auroraClasses(region), `Aurora has no such class in ${region}`);
    if (unknown.length > 0 || size.connections.maxConnections > 0) return unknown;
    const rule = "how many connections it allows is not known";
    return [problem(key, instanceClass, rule, "Take a class of another family, such as db.r7g.2xlarge")];
}

/** PostgreSQL that the application was written for. */
const OLDEST_POSTGRES = 15;

function versionProblems({ settings: { engineVersion } }: AuroraContext): readonly string[] {
    if (Number.parseInt(engineVersion, 10) >= OLDEST_POSTGRES) return [];
    const rule = `KaireonAI needs PostgreSQL ${OLDEST_POSTGRES} or newer`;
    return [problem("kaireon:postgres.engineVersion", engineVersion, rule, "Take a newer version, such as 17.7")];
}

/** The setting says nothing of whether it had its effect. */
function snapshotWarnings({ databaseName, snapshotIdentifier }: z.output<typeof settings>): readonly string[] {
    if (snapshotIdentifier === undefined) return [];
    const rule = `it makes the database where there is none yet and changes none that is there; pods will look for ${databaseName} in it`;
    const fix = "Set kaireon:postgres.databaseName to the snapshot's, and leave both as they are afterwards";
    return [problem("kaireon:postgres.snapshotIdentifier", snapshotIdentifier, rule, fix)];
}
