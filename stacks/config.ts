import { RunError } from "@pulumi/pulumi/errors";
import type { ChartChoice } from "../infra/app/chart-source";
import { type ChartValues, mergeValues } from "../infra/app/chart-values";
import { auroraClasses } from "../infra/facts/aurora-postgresql";
import { storeEndpointWarnings } from "../infra/network/store-endpoints";
import { type PlatformSize, sizePlatform } from "../infra/sizing/platform";
import { type SubnetPlan, subnetPlan } from "../infra/sizing/subnet-plan";
import { inspectWorkload, type Workload } from "../infra/sizing/workload";
import { parseSettings } from "./config/issues";
import { givenVpcProblems, networkProblems, zoneProblems } from "./config/network-checks";
import { nodeProblems, nodeWarnings } from "./config/node-checks";
import { problem } from "./config/problem";
import { type RawConfig, readSettings } from "./config/raw";
import type { StackSettings } from "./config/schema";
import { redactSecrets } from "./config/secrets";
import { blockOf, withStandIns } from "./config/stand-ins";
import { throughputProblems, throughputWarnings } from "./config/throughput-checks";
import { tierSecretProblems, tierSecretWarnings } from "./config/tier-secrets";
import { schemaProblems, unreadableProblems } from "./config/values-checks";
import type { ValuesFile } from "./config/values-files";
import { workloadProblems } from "./config/workload-checks";
import { migrationProblems } from "./stores/interaction-store/migration";
import { type ChosenStore, chooseStores } from "./stores/selectors";
import type { CheckContext } from "./stores/store-choice";

/** What `loadConfig` reads; the caller has done the reading of files. */
export interface ConfigSources {
    /** The stack's configuration, full keys to text, as `pulumi.runtime.allConfig()` gives it. */
    readonly config: RawConfig;
    /** `infra/helm/values.yaml` and `values-large.yaml`, parsed. */
    readonly baseValues: ChartValues;
    readonly largeValues: ChartValues;
    /** Reads one of `kaireon:valuesFiles`, the one at this place of the list. */
    readonly readValuesFile: (path: string, index: number) => ValuesFile;
    /** `infra/helm/values.schema.json`, parsed; not consulted when `kaireon:chart` names another chart. */
    readonly schema?: object;
}

/** A choice with all that it is judged by and built from. */
export interface ConfiguredStore extends ChosenStore {
    readonly context: CheckContext<unknown>;
}

/** The stack's settings, checked, with everything that follows from them. */
export interface StackConfig extends Omit<StackSettings, "chart"> {
    /** `aws:region`. */
    readonly region: string;
    /** Another chart than this project's own. */
    readonly chart?: ChartChoice;
    /** What the user says about the chart, `kaireon:valuesFiles` and then `kaireon:values`: goes over the computed values. */
    readonly userValues: readonly ChartValues[];
    /** Base, overlay and the user's own values, merged; what the program computes is not in it. */
    readonly values: ChartValues;
    readonly workload: Workload;
    /** What the selectors choose, in the order in which it is built. */
    readonly stores: readonly ConfiguredStore[];
    readonly size: PlatformSize;
    /** Ranges of the subnets, planned or given, one of each kind per zone. */
    readonly subnets: SubnetPlan;
    /** What may be right and could not be checked, or needs something outside the program. One line each. */
    readonly warnings: readonly string[];
}

/**
 * Reads and checks a stack's configuration. Pure.
 *
 * @throws RunError with every problem found, one a line: key, value, rule and fix
 */
export function loadConfig({ config, baseValues, largeValues, readValuesFile, schema }: ConfigSources): StackConfig {
    const { settings: raw, problems: secrets } = redactSecrets(readSettings(config));
    const region = config["aws:region"] ?? "";
    const parsed = parseSettings(raw);
    const own = [...regionProblems(region), ...secrets, ...zoneProblems(raw["zones"], region)];
    const files = readValuesFiles(raw, readValuesFile);
    own.push(...files.problems);
    const userValues = [...files.layers, parsed.settings?.values ?? valuesOf(raw)];
    const values = mergeValues(baseValues, largeValues, ...userValues);
    const { workload, problems } = checkValues(values, raw["chart"] === undefined ? schema : undefined);
    const found = distinct(own, parsed.problems, problems);

    const wrong = new Set(found.map(blockOf).filter((block) => block !== undefined));
    const settings = wrong.size === 0 ? parsed.settings : withStandIns(raw, wrong, region);
    // Without a region nothing can be checked against it, and no block can stand in for it.
    if (settings === undefined || regionProblems(region).length > 0) return fail(found);
    const { size, stores } = sizeStores(settings, region, workload, values);
    const between = [
        ...givenVpcProblems(raw),
        ...networkProblems(settings, region, size),
        ...nodeProblems(settings, size),
        ...throughputProblems(settings, workload),
        ...tierSecretProblems(values, workload, region),
        ...migrationProblems(settings.migration, workload),
        ...stores.flatMap(({ choice, context }) => choice.problems?.(context) ?? []),
    ];
    found.push(...between.filter((text) => !wrong.has(blockOf(text) ?? "")));
    if (found.length > 0) return fail(found);

    const { chart, ...rest } = settings;
    return {
        ...rest,
        region,
        ...(chart === undefined ? {} : { chart: chartChoice(chart) }),
        subnets: subnetsOf(settings),
        userValues,
        values,
        workload,
        stores,
        size,
        warnings: [
            ...regionWarnings(region),
            ...nodeWarnings(settings, workload),
            ...throughputWarnings(settings, workload, size),
            ...tierSecretWarnings(values, workload),
            ...endpointWarnings(settings, region, stores),
            // Of a store that is on its way out nothing needs to be said.
            ...stores.flatMap(({ choice, context, kept }) => (kept ? [] : (choice.warnings?.(context) ?? []))),
        ],
    };
}

function fail(problems: readonly string[]): never {
    const what = problems.length === 1 ? "1 problem" : `${problems.length} problems`;
    throw new RunError(`The stack's configuration has ${what}:\n${problems.map((text) => `  ${text}`).join("\n")}`);
}

function regionProblems(region: string): readonly string[] {
    if (/^[a-z]{2}(-[a-z]+)+-\d$/.test(region)) return [];
    const rule = "every zone, price and limit depends on it";
    return [problem("aws:region", region === "" ? undefined : region, rule, "Set it, such as eu-west-1")];
}

/** The files of values, in their order; no secret may lie in them either. */
function readValuesFiles(
    raw: Readonly<Record<string, unknown>>,
    read: ConfigSources["readValuesFile"],
): { readonly layers: readonly ChartValues[]; readonly problems: readonly string[] } {
    const listed = raw["valuesFiles"];
    const paths = Array.isArray(listed) ? listed.filter((path) => typeof path === "string") : [];
    const layers: ChartValues[] = [];
    const problems = paths.flatMap((path, index) => {
        const file = read(path, index);
        if ("problem" in file) return [file.problem];
        const { settings, problems: secrets } = redactSecrets({ values: file.values });
        layers.push(valuesOf(settings));
        return secrets.map((text) => text.replace(/^kaireon:values\./, `${path}: `));
    });
    return { layers, problems };
}

/** The user's values of settings that did not pass, so that problems of both come together. */
function valuesOf(raw: Readonly<Record<string, unknown>>): ChartValues {
    const values = raw["values"];
    return typeof values === "object" && values !== null && !Array.isArray(values) ? { ...values } : {};
}

function checkValues(
    values: ChartValues,
    schema: object | undefined,
): { readonly workload: Workload; readonly problems: readonly string[] } {
    const { workload, problems: unreadable } = inspectWorkload(values);
    const refused = schema === undefined ? [] : schemaProblems(values, schema);
    return {
        workload,
        problems: distinct(unreadableProblems(unreadable), workloadProblems(values, workload), refused),
    };
}

/** The lines of several checks, the one that says most first: what it objects to, the others need not name again. */
function distinct(...checks: readonly (readonly string[])[]): string[] {
    const found: string[] = [];
    for (const lines of checks) {
        const named = new Set(found.map(keyOf));
        found.push(...lines.filter((text) => !named.has(keyOf(text))));
    }
    return found;
}

/** A value of the chart has two spellings: as the user set it, and as the chart knows it. */
function keyOf(text: string): string {
    return text.slice(0, text.indexOf(" is ")).replace(/^kaireon:values\./, "");
}

/** The stores that the values choose, and every size. */
function sizeStores(
    settings: StackSettings,
    region: string,
    workload: Workload,
    values: ChartValues,
): { readonly size: PlatformSize; readonly stores: readonly ConfiguredStore[] } {
    const chosen = chooseStores(workload, values, settings.migration.from);
    const builds = (block: string) => chosen.some((store) => store.block === block);
    const size = sizePlatform(workload, settings, {
        postgres: builds("postgres"),
        redis: builds("redis"),
        search: builds("search"),
        kafka: builds("kafka"),
    });
    const shared = {
        region,
        zones: settings.zones,
        decisionsPerSecond: settings.target.decisionsPerSecond,
        activeCustomers: settings.target.activeCustomers,
        workload,
        values,
        size,
        givenVpc: settings.network.existing !== undefined,
        existingSecretKeyArns: settings.existingSecretKeyArns,
    };
    const blocks: Readonly<Record<string, unknown>> = settings;
    return {
        size,
        stores: chosen.map((store) => ({ ...store, context: { ...shared, settings: blocks[store.block] } })),
    };
}

/** A region whose classes and types are in none of this program's lists. */
function regionWarnings(region: string): readonly string[] {
    if (auroraClasses(region) !== undefined) return [];
    const rule = "which classes its stores come in is not known to this program";
    return [problem("aws:region", region, rule, "Check the instance classes in the AWS console")];
}

/** A given VPC gets no endpoints from this program. */
function endpointWarnings(
    { network }: StackSettings,
    region: string,
    stores: readonly ConfiguredStore[],
): readonly string[] {
    if (network.existing === undefined) return [];
    const endpoints = stores.flatMap(({ choice }) => choice.endpoints ?? []);
    return storeEndpointWarnings(network.existing.vpcId, region, endpoints);
}

function subnetsOf({ network, zones }: StackSettings): SubnetPlan {
    const { existing } = network;
    if (existing === undefined) return subnetPlan(network.cidr, zones);
    const given = (subnets: typeof existing.publicSubnets) =>
        zones.map((zone) => ({ zone, cidr: subnets[zone]?.cidr ?? "" }));
    return {
        public: given(existing.publicSubnets),
        private: given(existing.privateSubnets),
        data: given(existing.dataSubnets),
    };
}

function chartChoice({ path, repository, version }: NonNullable<StackSettings["chart"]>): ChartChoice {
    if (path !== undefined) return { path };
    return { repository: repository ?? "", version: version ?? "" };
}
