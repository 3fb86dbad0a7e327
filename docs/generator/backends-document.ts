import { stringify } from "yaml";
import type { Selector } from "../../stacks/stores/selectors";
import { type Factor, LEVELS, type Settings, settingsOf } from "../../test/combinations/factors";
import { type BuiltChoice, builtChoice } from "./built-choice";
import { code, document, heading, table } from "./markdown";
import { byType } from "./resources-document";

/** A value of a selector's factor, built. */
export interface Built extends BuiltChoice {
    readonly value: string;
    /** By what it differs from large. */
    readonly settings: Settings;
    /** Its golden file, relative to `stacks/golden`. */
    readonly golden: string;
}

/** What a selector is called here, which of the chart's values it is, and the factor of the tests that has its values. */
export const SECTIONS = [
    ["eventBus", "event-bus", "Event bus", "eventbus.enabled, eventbus.backend, config.EVENT_PUBLISHER"],
    [
        "interactionStore",
        "interaction-store",
        "Interaction store",
        "interactionStore.backend, config.INTERACTION_STORE",
    ],
    ["postgres", "postgres", "PostgreSQL", "postgres.mode, postgres.external, postgres.pooler"],
    ["redis", "redis", "Redis", "redis.mode, redis.cluster, redis.external"],
    ["search", "search", "Search", "opensearch.enabled, opensearch.endpoint, config.SEARCH_INDEX"],
] as const;

/** `docs/backends.md`: every value of every selector, from the choices in `stacks/stores` and from what they build. */
export async function backendsDocument(): Promise<string> {
    const sections: string[] = [];
    for (const [selector, factor, title, keys] of SECTIONS) {
        sections.push(sectionOf(title, keys, await builtValues(selector, factor)));
    }
    return document(
        heading("Backends"),
        "The chart's values select a backend (`kaireon:values` or a file of `kaireon:valuesFiles`), and resources, permissions, network rules, " +
            "alarms and the other values follow. A store whose address the values give is there already: nothing is built for it. Settings of the same " +
            "name as a backend's block size what is built ([config.md](config.md)). What is counted here is what the stack `large` builds.",
        "Each row has its golden graph: what the real engine previews, as the difference to `large`. `stacks/golden/combinations` has combinations in which " +
            "every two values meet. All of them satisfy every policy.",
        ...sections,
    );
}

/** Every value of a selector. One after the other: mocks are the process's. */
export async function builtValues(selector: Selector, factor: Factor): Promise<readonly Built[]> {
    const built: Built[] = [];
    for (const [index, value] of (LEVELS[factor] ?? []).entries()) {
        const settings = settingsOf({ [factor]: value });
        const golden = index === 0 ? "large.yaml" : `values/${factor}-${value}.yaml`;
        built.push({ ...(await builtChoice(selector, settings)), value, settings, golden });
    }
    return built;
}

function sectionOf(title: string, keys: string, built: readonly Built[]): string {
    const choices = [...new Set(built.map(({ block }) => block))].map((block) =>
        built.filter((one) => one.block === block),
    );
    return [
        `## ${title}`,
        `Selected by ${keys.split(", ").map(code).join(", ")}.`,
        table(
            ["backend", "select it by", "ports in the VPC", "resources", "when to choose it"],
            choices.flatMap(([first]) => (first === undefined ? [] : [overviewRow(first)])),
        ),
        ...choices.map(choiceText),
    ].join("\n\n");
}

function overviewRow({ choice: { about }, ports, resources }: Built): readonly (string | number)[] {
    return [about.title, selectText(about.select), ports.join(", "), String(made(resources).length), about.choose];
}

/** The values of the chart that a sentence names, in the font of code. */
function selectText(select: string): string {
    return select.replaceAll(/[a-zA-Z]+(\.\w+)+(: \w+)?|\w+: null/g, (value) => code(value));
}

/** Everything about one choice; its variants are columns. */
function choiceText(variants: readonly Built[]): string {
    const [first] = variants;
    if (first === undefined) return "";
    const { about, endpoints = [] } = first.choice;
    const facts = [
        first.choice.settings === undefined
            ? "It has no settings of its own."
            : `Settings: [\`kaireon:${first.block}\`](config.md#kaireon${first.block.toLowerCase()}).`,
        ...(endpoints.length === 0
            ? []
            : [`Pods reach it through an interface endpoint: ${endpoints.map(code).join(", ")}.`]),
        ...about.limits,
    ];
    return [
        `### ${about.title}`,
        facts.map((fact) => `- ${fact}`).join("\n"),
        `Selected by ${selectText(about.select)}.`,
        table(
            ["variant", "settings and values beside large's", "ports", "golden graph"],
            variants.map(({ value, settings, ports, golden }) => [
                code(value),
                code(flowOf(settings)),
                ports.join(", ") || "none",
                `[${golden}](../stacks/golden/${golden})`,
            ]),
        ),
        ...builtTable(variants),
        ...permissionsTable(variants),
    ].join("\n\n");
}

/** Types and counts, a column for each variant. */
function builtTable(variants: readonly Built[]): readonly string[] {
    const all = byType(variants.flatMap(({ resources }) => made(resources)));
    if (all.length === 0) return ["Nothing is built."];
    const rows = all.map(([type]) => [
        code(type),
        ...variants.map(({ resources }) => resources.filter((resource) => resource.type === type).length),
    ]);
    return [table(["built", ...variants.map(({ value }) => code(value))], rows)];
}

/** What the roles of the tiers' pods may do; a grant that several variants share is one row. */
function permissionsTable(variants: readonly Built[]): readonly string[] {
    const variantsOf = new Map<string, { tiers: string; actions: string; values: string[] }>();
    for (const { value, grants } of variants) {
        for (const { tiers, statements } of grants) {
            const row = { tiers: list(tiers), actions: list([...new Set(statements.flatMap(({ Action }) => Action))]) };
            const key = `${row.tiers} ${row.actions}`;
            variantsOf.set(key, { ...row, values: [...(variantsOf.get(key)?.values ?? []), value] });
        }
    }
    if (variantsOf.size === 0) return ["Pods need no permission of AWS for it."];
    const rows = [...variantsOf.values()].map(({ tiers, actions, values }) => [
        tiers,
        actions,
        values.length === variants.length ? "all" : list(values),
    ]);
    return [table(["pods of", "may", "variants"], rows)];
}

function list(names: readonly string[]): string {
    return names.map(code).join(", ");
}

function made(resources: BuiltChoice["resources"]): BuiltChoice["resources"] {
    return resources.filter(({ type }) => !type.startsWith("kaireon:"));
}

/** Settings on one line, without the secrets and ranges that every given store needs. */
function flowOf(settings: Settings): string {
    const { externalSecrets: _, networkPolicy: __, ...values } = Object(settings["values"]);
    const shown = { ...settings, ...("values" in settings ? { values } : {}) };
    if (Object.keys(shown).length === 0) return "";
    return stringify(shown, { collectionStyle: "flow", lineWidth: 0 }).trim();
}
