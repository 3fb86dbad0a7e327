import { overlayDefaults } from "./overlay-defaults";
import type { StackResource } from "./stack-resource";
import { poolerOf, type Tier, tiersOf } from "./tiers";
import { View } from "./view";

/** Ways to install a chart that carry its values. */
const RELEASE_TYPES: readonly string[] = ["kubernetes:helm.sh/v3:Release", "kubernetes:helm.sh/v4:Chart"];

/** Values that no other chart has; two of them name this one, whatever the program calls it. */
const KEYS_OF_THE_CHART = ["postgresExternalReplicas", "interactionStore", "eventbus", "outboxPublisher", "mlWorker"];

/** A Helm release of KaireonAI's chart. */
export class Release {
    /** The values that the release gives; those of the vendor's large overlay under them where the release names that file. */
    readonly values: View;

    constructor(readonly resource: StackResource) {
        const given = resource.properties.at("values");
        this.values = namesLargeOverlay(resource)
            ? new View(merged(overlayDefaults, given), resource, ["values"])
            : given;
    }

    get label(): string {
        return this.resource.label;
    }

    get namespace(): string {
        return this.resource.properties.text("namespace") ?? "default";
    }

    /** The tiers that the values describe, in the overlay's order. */
    get tiers(): readonly Tier[] {
        return tiersOf(this.values);
    }

    tier(name: Tier["name"]): Tier | undefined {
        return this.tiers.find((tier) => tier.name === name);
    }

    /** PgBouncer, while it is on. */
    get pooler(): Tier<"pgbouncer"> | undefined {
        return poolerOf(this.values);
    }

    /** Whether any value is made of an output of the resource: known in every preview, but not which value. */
    usesOutputOf(resource: StackResource): boolean {
        return this.resource.sources("values").some(({ urn }) => urn === resource.urn);
    }
}

/** The release, when it is one of this chart: by the chart's own name, else by its values. */
export function releaseOf(resource: StackResource): Release | undefined {
    if (!RELEASE_TYPES.includes(resource.type)) return undefined;
    const chart = resource.properties.at("chart").raw;
    const values = resource.properties.at("values");
    const isNamed = typeof chart === "string" && /(^|\/)kaireon[^/]*$/i.test(chart);
    const keys = values.isMap ? values.names() : [];
    const hasItsValues = KEYS_OF_THE_CHART.filter((key) => keys.includes(key)).length >= 2;
    return isNamed || hasItsValues ? new Release(resource) : undefined;
}

function namesLargeOverlay(resource: StackResource): boolean {
    const files = resource.properties.at("valueYamlFiles");
    if (!files.isList) return false;
    return files.items().some((file) => /values-large[^/]*$/.test(file.at("path").shown().replace(/"$/, "")));
}

function merged(under: unknown, over: View): unknown {
    if (!over.isMap) return over.exists ? over.raw : under;
    const isMap = typeof under === "object" && under !== null && !Array.isArray(under);
    const below: Readonly<Record<string, unknown>> = isMap ? { ...under } : {};
    const names = new Set([...Object.keys(below), ...over.names()]);
    return Object.fromEntries([...names].map((name) => [name, merged(below[name], over.at([name]))]));
}
