import { AURORA_VERSIONS, auroraClasses } from "../../infra/facts/aurora-postgresql";
import { cacheNodeTypes, ENGINE_VERSIONS } from "../../infra/facts/elasticache";
import { MAX_INSTANCES_PER_DOMAIN, maxVolumeGib, SEARCH_TYPES } from "../../infra/facts/opensearch";
import type { PlatformSize } from "../../infra/sizing/platform";
import type { Workload } from "../../infra/sizing/workload";
import { oneOf, problem } from "./problem";
import type { StackSettings } from "./schema";

/** PostgreSQL that the application was written for. */
const OLDEST_POSTGRES = 15;

/** Classes, versions and connections of Aurora. */
export function postgresProblems({ postgres }: StackSettings, region: string, size: PlatformSize): readonly string[] {
    const { instanceClass, engineVersion, poolSizePerPod } = postgres;
    const { available, connections, maxConnections, pods } = size.connections;
    const problems: string[] = [];
    const key = "kaireon:postgres.instanceClass";
    if (instanceClass === "db.serverless") {
        const rule = "it is not built by this program yet";
        problems.push(problem(key, instanceClass, rule, "Take a provisioned class, such as db.r7g.2xlarge"));
    } else {
        problems.push(
            ...unknownType(key, instanceClass, auroraClasses(region), `Aurora has no such class in ${region}`),
        );
        if (problems.length === 0 && maxConnections === 0) {
            const rule = "how many connections it allows is not known";
            problems.push(problem(key, instanceClass, rule, "Take a class of another family, such as db.r7g.2xlarge"));
        }
    }
    if (Number.parseInt(engineVersion, 10) < OLDEST_POSTGRES) {
        const rule = `KaireonAI needs PostgreSQL ${OLDEST_POSTGRES} or newer`;
        problems.push(
            problem("kaireon:postgres.engineVersion", engineVersion, rule, "Take a newer version, such as 17.7"),
        );
    }
    if (maxConnections > 0 && connections > available) {
        problems.push(
            problem(
                "kaireon:postgres.poolSizePerPod",
                poolSizePerPod,
                `${pods} pods at their maximum would open ${connections} connections and ${instanceClass} gives ${available}`,
                `Set it to ${Math.floor(available / pods)} or less, or take a larger kaireon:postgres.instanceClass`,
            ),
        );
    }
    return problems;
}

/** Node types, versions and bounds of ElastiCache. */
export function redisProblems({ redis }: StackSettings, region: string): readonly string[] {
    const { nodeType, engine, engineVersion } = redis;
    const problems = [
        ...unknownType(
            "kaireon:redis.nodeType",
            nodeType,
            cacheNodeTypes(region),
            `ElastiCache has no such type in ${region}`,
        ),
    ];
    const other = engine === "redis" ? "valkey" : "redis";
    if (ENGINE_VERSIONS[other].includes(engineVersion) && !ENGINE_VERSIONS[engine].includes(engineVersion)) {
        problems.push(
            problem(
                "kaireon:redis.engineVersion",
                engineVersion,
                `it is a version of ${other}, and kaireon:redis.engine is ${engine}`,
                `Take ${oneOf(ENGINE_VERSIONS[engine])}`,
            ),
        );
    }
    return problems;
}

/** Types, nodes and volumes of OpenSearch. */
export function searchProblems(
    { search, zones }: StackSettings,
    workload: Workload,
    size: PlatformSize,
): readonly string[] {
    if (!workload.search) return [];
    const { dataInstanceType, dataNodes, masterInstanceType, volumeGb } = search;
    const problems = (
        [
            ["kaireon:search.dataInstanceType", dataInstanceType],
            ["kaireon:search.masterInstanceType", masterInstanceType],
        ] as const
    ).flatMap(([key, type]) => unknownType(key, type, SEARCH_TYPES, "OpenSearch has no such type"));
    if (dataNodes % zones.length !== 0) {
        const rule = `the nodes are spread over ${zones.length} zones and their number must be a multiple`;
        const next = Math.ceil(dataNodes / zones.length) * zones.length;
        problems.push(problem("kaireon:search.dataNodes", dataNodes, rule, `Set it to ${next}`));
    }
    if (dataNodes + size.searchMasters > MAX_INSTANCES_PER_DOMAIN) {
        const rule = `with ${size.searchMasters} masters the domain has more than ${MAX_INSTANCES_PER_DOMAIN} instances`;
        problems.push(problem("kaireon:search.dataNodes", dataNodes, rule, "Lower it and take a larger type"));
    }
    const largest = maxVolumeGib(dataInstanceType);
    if (largest !== undefined && volumeGb > largest) {
        const rule = `${dataInstanceType} takes volumes up to ${largest} GiB`;
        problems.push(
            problem("kaireon:search.volumeGb", volumeGb, rule, "Lower it, add data nodes, or take a larger type"),
        );
    }
    return problems;
}

/** What may be right and could not be checked. */
export function storeWarnings({ postgres, redis, search }: StackSettings, region: string): readonly string[] {
    const warnings: string[] = [];
    const unlisted = (key: string, value: string, what: string) =>
        warnings.push(problem(key, value, `it is not in this program's list of ${what}`, "Check that AWS offers it"));
    const majors = new Set(AURORA_VERSIONS.map((version) => version.split(".")[0]));
    if (!AURORA_VERSIONS.includes(postgres.engineVersion) && !majors.has(postgres.engineVersion)) {
        unlisted("kaireon:postgres.engineVersion", postgres.engineVersion, "Aurora PostgreSQL versions");
    }
    if (!Object.values(ENGINE_VERSIONS).flat().includes(redis.engineVersion)) {
        unlisted("kaireon:redis.engineVersion", redis.engineVersion, `versions of ${redis.engine}`);
    }
    const classes = auroraClasses(region);
    if (classes === undefined) {
        const rule = "which classes its stores come in is not known to this program";
        return [...warnings, problem("aws:region", region, rule, "Check the instance classes in the AWS console")];
    }
    const families: readonly (readonly [string, string, readonly string[], string])[] = [
        ["kaireon:postgres.instanceClass", postgres.instanceClass, classes, "Aurora classes"],
        ["kaireon:redis.nodeType", redis.nodeType, cacheNodeTypes(region) ?? [], "ElastiCache node types"],
        ["kaireon:search.dataInstanceType", search.dataInstanceType, SEARCH_TYPES, "OpenSearch types"],
        ["kaireon:search.masterInstanceType", search.masterInstanceType, SEARCH_TYPES, "OpenSearch types"],
    ];
    for (const [key, type, known, what] of families) if (!isOfKnownFamily(type, known)) unlisted(key, type, what);
    return warnings;
}

/** An unknown size of a known family is a mistake; an unknown family may be newer than the list, and only warned of. */
function unknownType(key: string, type: string, known: readonly string[] | undefined, rule: string): readonly string[] {
    if (known === undefined || known.includes(type) || !isOfKnownFamily(type, known)) return [];
    const siblings = known.filter((other) => familyOf(other) === familyOf(type));
    return [problem(key, type, rule, `Take ${oneOf(siblings)}`)];
}

function isOfKnownFamily(type: string, known: readonly string[]): boolean {
    return known.some((other) => familyOf(other) === familyOf(type));
}

/** `r7g` of `db.r7g.2xlarge`, `cache.r7g.xlarge` and `r7g.large.search`. */
function familyOf(type: string): string {
    const parts = type.replace(/^(db|cache|kafka)\./, "").split(".");
    return parts[0] ?? type;
}
