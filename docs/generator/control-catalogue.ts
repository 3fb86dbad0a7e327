import { readFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../../offline/project";

export interface CatalogueControl {
    readonly id: string;
    readonly title: string;
    readonly framework: string;
    readonly service: string;
    /** As the publisher writes it. */
    readonly severity: string;
    /** What decides: one `resource`, the `stack`, the chart's `rendered` objects, a setting of the `account`. */
    readonly check: "resource" | "stack" | "rendered" | "account";
    readonly applicability: "applies" | "conditional" | "equivalent" | "notApplicable";
    /** The control with the same check, if the publisher has it twice. */
    readonly sameAs?: string;
    /** Ids of the same control in other standards. */
    readonly alsoIn?: readonly string[];
    readonly source: string;
    /** Rules of other packs that look at the same thing. */
    readonly peers: Readonly<Record<string, string>>;
}

export interface CataloguePitfall {
    readonly id: string;
    readonly area: string;
    readonly title: string;
    readonly severity: string;
}

export interface Catalogue {
    readonly controls: readonly CatalogueControl[];
    readonly pitfalls: readonly CataloguePitfall[];
    /** How many rules other packs have, by service and pack. */
    readonly peerRules: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** What the policies are counted against. */
export function controlCatalogue(): Catalogue {
    return JSON.parse(readFileSync(join(projectRoot, "docs", "generator", "facts", "controls.json"), "utf8"));
}

/** Every id that a policy may carry. */
export function catalogueIds({ controls, pitfalls }: Catalogue): ReadonlySet<string> {
    return new Set([...controls.flatMap(({ id, alsoIn = [] }) => [id, ...alsoIn]), ...pitfalls.map(({ id }) => id)]);
}
