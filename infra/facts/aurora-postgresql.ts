import facts from "./aurora-postgresql.json";

const MAX_CONNECTIONS = new Map<string, number>(Object.entries(facts.classes));
const CLASSES_BY_REGION = new Map<string, readonly string[]>(Object.entries(facts.instanceClasses));

/** Aurora PostgreSQL versions known when the facts were copied; newer ones may exist. */
export const AURORA_VERSIONS: readonly string[] = facts.versions;
export const MAX_READERS = facts.rows["readers.max"].value;
/** Connections that AWS's own automation needs of an instance. */
export const RESERVED_CONNECTIONS = facts.rows["max_connections.reserve-for-aws"].value;

/** Instance classes of a region, or `undefined` when the facts do not cover it. */
export function auroraClasses(region: string): readonly string[] | undefined {
    return CLASSES_BY_REGION.get(region);
}

/**
 * `max_connections` of an instance class under Aurora's default formula, `LEAST({DBInstanceClassMemory/9531392},5000)`. The
 * memory-optimised families have the same memory size by size, so a class that is not listed takes the r6g figure of its size.
 *
 * @returns `undefined` when the class is of another family and not listed
 */
export function maxConnections(instanceClass: string): number | undefined {
    const listed = MAX_CONNECTIONS.get(instanceClass);
    if (listed !== undefined) return listed;
    const [, size] = /^db\.r\d+\w*\.(\w+)$/.exec(instanceClass) ?? [];
    if (size === undefined) return undefined;
    // Above 12xlarge the formula's cap of 5,000 is what counts.
    return MAX_CONNECTIONS.get(`db.r6g.${size}`) ?? MAX_CONNECTIONS.get("db.r6g.16xlarge");
}
