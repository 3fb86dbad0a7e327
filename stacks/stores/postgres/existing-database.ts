import { z } from "zod";
import { valueAt } from "../../../infra/sizing/workload";
import { problem } from "../../config/problem";
import {
    EXISTING_LIMITS,
    type ExistingStore,
    existingBackend,
    existingStoreProblems,
    missing,
} from "../existing-store";
import { isGiven } from "../given";
import type { CheckContext, StoreChoice } from "../store-choice";
import { poolerProblems, poolerWarnings, poolOf } from "./connections";

/** `kaireon:existingPostgres` */
const settings = z
    .strictObject({
        maxConnections: z
            .exactOptional(z.int().min(1))
            .describe(
                "max_connections of the database, less what is reserved for its owner; without it, pools are not checked.",
            ),
    })
    .prefault({})
    .describe("What is known of a database that is there already (postgres.external.host in the chart's values).");

type DatabaseContext = CheckContext<z.output<typeof settings>>;

const STORE: ExistingStore = {
    name: "the database",
    block: "postgres",
    secret: { block: "database", keys: ["username", "password"] },
    caBundle: "postgres.external.caBundle",
};

/** A PostgreSQL database that is there already: RDS, Supabase, anything with a host. */
export const existingDatabase: StoreChoice<typeof settings> = {
    about: {
        title: "PostgreSQL that is there already",
        select: "postgres.mode: external, and postgres.external.host",
        choose: "Where the database is run by others: RDS, Aurora of another stack, Supabase, anything with a host.",
        limits: [
            ...EXISTING_LIMITS,
            "Readers are its owner's: postgresExternalReplicas says how many stand behind postgres.external.readerHost.",
            "A database in the internet is reached through the NAT gateways: their addresses are what it must admit.",
        ],
    },
    settings,
    selectedBy: ({ postgresMode }, values) => postgresMode === "external" && isGiven(values, "postgres.external.host"),
    problems: (context) => [
        ...readerProblems(context),
        ...existingStoreProblems(context, STORE),
        ...connectionProblems(context),
        ...poolerProblems(context),
    ],
    warnings: (context) => [
        ...certificateWarnings(context),
        ...connectionWarnings(context),
        ...poolerWarnings(context),
    ],
    build: (context) => ({
        backend: existingBackend(context, STORE, { postgres: { mode: "external" } }),
        writerEndpoint: String(valueAt(context.values, "postgres.external.host")),
    }),
};

/** The chart tells pods of readers by their number and by their host: the one without the other sends reads nowhere. */
function readerProblems({
    workload: { postgresExternalReplicas: readers },
    values,
}: DatabaseContext): readonly string[] {
    const path = "postgres.external.readerHost";
    if (readers > 0) {
        const rule = `postgresExternalReplicas is ${readers}`;
        const fix = "the host that spreads over the readers, or postgresExternalReplicas to 0";
        return missing(values, path, rule, fix);
    }
    if (!isGiven(values, path)) return [];
    const rule = "postgresExternalReplicas is 0, so that no pod would be told of it";
    const fix = "Set postgresExternalReplicas to the number of readers in kaireon:values, or remove the host";
    return [problem(path, valueAt(values, path), rule, fix)];
}

function connectionProblems(context: DatabaseContext): readonly string[] {
    const { maxConnections } = context.settings;
    const { connections, openedBy } = context.size.connections;
    if (maxConnections === undefined || connections <= maxConnections) return [];
    const { key, value, opener } = poolOf(context);
    const rule = `${opener} would open ${connections} connections and kaireon:existingPostgres.maxConnections is ${maxConnections}`;
    const most = Math.floor(maxConnections / openedBy);
    const fix =
        most > 0
            ? `Set it to ${most} or less, or turn on postgres.pooler`
            : "Turn on postgres.pooler in kaireon:values";
    return [problem(key, value, rule, fix)];
}

function connectionWarnings({ settings: { maxConnections }, size }: DatabaseContext): readonly string[] {
    if (maxConnections !== undefined) return [];
    const { connections, openedBy } = size.connections;
    const rule = `whether the database takes the ${connections} connections that ${openedBy} pods may open is not checked`;
    const fix = "Set it to the database's max_connections less what is reserved";
    return [problem("kaireon:existingPostgres.maxConnections", undefined, rule, fix)];
}

function certificateWarnings({ values }: DatabaseContext): readonly string[] {
    const path = "postgres.external.caBundle";
    if (isGiven(values, path)) return [];
    const rule =
        "the application checks the database's certificate, and images trust neither RDS's authority nor a private one";
    return [problem(path, undefined, rule, "Set it to the authority's certificates unless your images carry them")];
}
