import { valueAt } from "../../../infra/sizing/workload";
import { problem } from "../../config/problem";
import type { CheckContext } from "../store-choice";

type PoolContext = Pick<CheckContext<unknown>, "workload" | "values" | "size">;

type ClassContext = PoolContext & { readonly settings: { readonly instanceClass: string } };

/** The setting that the connections to the database follow from, and who opens them. */
export interface Pool {
    readonly key: string;
    readonly value: unknown;
    /** `99 pods at their maximum`, `4 PgBouncers in the middle of an update`. */
    readonly opener: string;
}

/** The pods' own pools, or the pooler's. */
export function poolOf({ workload, values, size }: PoolContext): Pool {
    const { connections, openedBy } = size.connections;
    if (workload.pooler === undefined) {
        const each = openedBy === 0 ? 0 : connections / openedBy;
        return { key: "kaireon:postgres.poolSizePerPod", value: each, opener: `${openedBy} pods at their maximum` };
    }
    const key = "postgres.pooler.defaultPoolSize";
    return { key, value: valueAt(values, key), opener: `${openedBy} PgBouncers in the middle of an update` };
}

/** What the class of the database does not give. */
export function connectionProblems(context: ClassContext): readonly string[] {
    const { available, connections, maxConnections, openedBy } = context.size.connections;
    if (maxConnections === 0 || connections <= available) return [];
    const { key, value, opener } = poolOf(context);
    const rule = `${opener} would open ${connections} connections and ${context.settings.instanceClass} gives ${available}`;
    const most = Math.floor(available / openedBy);
    const isPooled = context.workload.pooler !== undefined;
    const ways = [
        ...(most > 0 ? [`Set it to ${most} or less`] : []),
        `${most > 0 ? "take" : "Take"} a larger kaireon:postgres.instanceClass`,
        ...(isPooled ? [] : ["turn on postgres.pooler in kaireon:values"]),
    ];
    return [
        problem(key, value, rule, `${ways.slice(0, -1).join(", ")}${ways.length > 1 ? ", or " : ""}${ways.at(-1)}`),
    ];
}

/** Share of the connections above which an alarm is due anyway. */
const CONNECTION_HEADROOM = 0.8;

/** What it gives, and no more. */
export function connectionWarnings(context: ClassContext): readonly string[] {
    const { available, connections, openedBy } = context.size.connections;
    if (connections > available || connections <= available * CONNECTION_HEADROOM) return [];
    const { key, value, opener } = poolOf(context);
    const rule = `${opener} would open ${connections} of the ${available} connections of ${context.settings.instanceClass}`;
    const fix = `Set it to ${Math.floor((available * CONNECTION_HEADROOM) / openedBy)} or less for a fifth of headroom`;
    return [problem(key, value, rule, fix)];
}

/** Whether the pooler takes what the pods open. */
export function poolerProblems({ workload: { pooler }, size }: PoolContext): readonly string[] {
    const { podConnections, pods } = size.connections;
    if (pooler === undefined || pooler.maxClientConnections >= podConnections) return [];
    const rule = `${pods} pods at their maximum may open ${podConnections} connections, to the writer and the readers, and all of them to one PgBouncer`;
    const fix = `Set it to ${podConnections} or more in kaireon:values, or lower kaireon:postgres.poolSizePerPod`;
    return [problem("postgres.pooler.maxClientConnections", pooler.maxClientConnections, rule, fix)];
}

/** What transaction pooling takes away. */
export function poolerWarnings({ workload: { pooler } }: PoolContext): readonly string[] {
    if (pooler === undefined) return [];
    const rule =
        "an advisory lock of a session does not hold through it, and of which kind the flow scheduler's is, is not documented";
    const fix = "See that no flow runs twice, and give Prisma's db push the database itself";
    return [problem("postgres.pooler.enabled", true, rule, fix)];
}
