/** The areas of the platform, in the order in which a report lists them. */
export const AREAS = [
    "network",
    "cluster",
    "controllers",
    "data stores",
    "identity and secrets",
    "release",
    "other",
] as const;

export type Area = (typeof AREAS)[number];

/** Components that belong elsewhere than the folder of their type says. */
const BY_COMPONENT: Readonly<Record<string, Area>> = {
    "kaireon:cluster:Controllers": "controllers",
    "kaireon:app:Platform": "release",
};

const BY_FOLDER: Readonly<Record<string, Area>> = {
    network: "network",
    cluster: "cluster",
    data: "data stores",
    app: "identity and secrets",
};

/** Where a resource belongs, by the outermost component around it: `kaireon:<folder>:<Class>`. */
export function areaOf(urn: string): Area {
    const component = typesOf(urn).find((type) => type.startsWith("kaireon:")) ?? "";
    return BY_COMPONENT[component] ?? BY_FOLDER[component.split(":")[1] ?? ""] ?? "other";
}

/** The types of a resource and of what is around it, outermost first. */
function typesOf(urn: string): readonly string[] {
    return (urn.split("::")[2] ?? "").split("$");
}

export function typeOf(urn: string): string {
    return typesOf(urn).at(-1) ?? "";
}

export function nameOf(urn: string): string {
    return urn.split("::").slice(3).join("::");
}

/** `urn:pulumi:<stack>::…` */
export function stackOf(urn: string): string {
    return urn.split("::")[0]?.split(":")[2] ?? "";
}

/** `rds Cluster` for `aws:rds/cluster:Cluster`, `Release` for `kubernetes:helm.sh/v3:Release`. */
export function shortType(type: string): string {
    const [provider = "", module = "", name = type] = type.split(":");
    const service = module.split("/")[0] ?? "";
    return provider === "kubernetes" || service === "index" || service === "" ? name : `${service} ${name}`;
}

/** `rds Cluster postgres` */
export function labelOf(urn = ""): string {
    return `${shortType(typeOf(urn))} ${nameOf(urn)}`;
}
