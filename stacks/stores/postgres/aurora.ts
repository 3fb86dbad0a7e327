import { z } from "zod";
import { AURORA_VERSIONS, auroraClasses, MAX_READERS } from "../../../infra/facts/aurora-postgresql";
import { text } from "../../config/fields";
import { unknownType, unlisted, unlistedType } from "../../config/known-types";
import { problem } from "../../config/problem";
import { isGiven } from "../given";
import type { CheckContext, StoreChoice } from "../store-choice";

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
        limits: [`At most ${MAX_READERS} readers.`],
    },
    settings,
    selectedBy: ({ postgresMode }, values) => postgresMode === "external" && !isGiven(values, "postgres.external.host"),
    problems: (context) => [
        ...readerProblems(context),
        ...classProblems(context),
        ...versionProblems(context),
        ...connectionProblems(context),
    ],
    warnings: ({ settings: postgres, region, size }) => {
        const { instanceClass, engineVersion } = postgres;
        const majors = new Set(AURORA_VERSIONS.map((version) => version.split(".")[0]));
        const isListed = AURORA_VERSIONS.includes(engineVersion) || majors.has(engineVersion);
        return [
            ...(isListed
                ? []
                : [unlisted("kaireon:postgres.engineVersion", engineVersion, "Aurora PostgreSQL versions")]),
            ...unlistedType("kaireon:postgres.instanceClass", instanceClass, auroraClasses(region), "Aurora classes"),
            ...connectionWarnings(postgres, size.connections),
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
        const rule = "it is not built by this program yet";
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

function connectionProblems({ settings: postgres, size }: AuroraContext): readonly string[] {
    const { available, connections, maxConnections, pods } = size.connections;
    if (maxConnections === 0 || connections <= available) return [];
    return [
        problem(
            "kaireon:postgres.poolSizePerPod",
            postgres.poolSizePerPod,
            `${pods} pods at their maximum would open ${connections} connections and ${postgres.instanceClass} gives ${available}`,
            `Set it to ${Math.floor(available / pods)} or less, or take a larger kaireon:postgres.instanceClass`,
        ),
    ];
}

/** Share of the connections above which an alarm is due anyway. */
const CONNECTION_HEADROOM = 0.8;

function connectionWarnings(
    { instanceClass, poolSizePerPod }: z.output<typeof settings>,
    { available, connections, pods }: AuroraContext["size"]["connections"],
): readonly string[] {
    if (connections > available || connections <= available * CONNECTION_HEADROOM) return [];
    const rule = `${pods} pods at their maximum would open ${connections} of the ${available} connections of ${instanceClass}`;
    const fix = `Set it to ${Math.floor((available * CONNECTION_HEADROOM) / pods)} or less for a fifth of headroom`;
    return [problem("kaireon:postgres.poolSizePerPod", poolSizePerPod, rule, fix)];
}
