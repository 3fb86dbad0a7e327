import type { ChartValues } from "../../infra/app/chart-values";
import type { Backend } from "../../infra/data/backend";
import { valueAt } from "../../infra/sizing/workload";
import { problem } from "../config/problem";
import { isGiven } from "./given";
import type { CheckContext } from "./store-choice";

/** A store that is there already, as far as all of them are alike: where its password and its addresses are. */
export interface ExistingStore {
    /** As messages call it, in the plural or not: `the brokers`, `the database`. */
    readonly name: string;
    /** The key of `networkPolicy.storeCidrs`. */
    readonly block: "postgres" | "redis" | "opensearch" | "kafka" | "pulsar" | "scylla";
    /** The secret that pods sign in with; `undefined` when they need none. */
    readonly secret?: {
        /** The key of `externalSecrets`. */
        readonly block: "database" | "redis" | "kafka" | "pulsar" | "scylla";
        /** Keys of its JSON. */
        readonly keys: readonly string[];
    };
    /** Path of the certificates of a private authority, where the chart takes them. */
    readonly caBundle?: string;
}

/** What every given store needs in the values: its secret, its addresses, and certificates that are some. */
export function existingStoreProblems(
    { values, region }: Pick<CheckContext<unknown>, "values" | "region">,
    store: ExistingStore,
): readonly string[] {
    return [...secretProblems(values, region, store), ...addressProblems(values, store), ...caProblems(values, store)];
}

function secretProblems(values: ChartValues, region: string, { name, secret }: ExistingStore): readonly string[] {
    if (secret === undefined || valueAt(values, "externalSecrets.enabled") === false) return [];
    const json = `JSON {${secret.keys.join(", ")}}`;
    return secretArnProblems(values, region, secret.block, `pods sign in to ${name} with it`, json);
}

/** What is wrong with `externalSecrets.<block>.secretArn`. */
export function secretArnProblems(
    values: ChartValues,
    region: string,
    block: string,
    reason: string,
    json: string,
): readonly string[] {
    const path = `externalSecrets.${block}.secretArn`;
    const fix = `Set it in kaireon:values to the ARN of a secret of Secrets Manager in ${region}, ${json}`;
    if (!isGiven(values, path)) return [problem(path, undefined, reason, fix)];
    const arn = String(valueAt(values, path));
    const [, , service, place, , kind] = arn.split(":");
    if (service === "secretsmanager" && place === region && kind === "secret") return [];
    return [problem(path, arn, `External Secrets reads Secrets Manager in ${region} and nothing else`, fix)];
}

/** A network policy must know where: the program knows its own subnets alone. */
function addressProblems(values: ChartValues, { name, block }: ExistingStore): readonly string[] {
    const path = `networkPolicy.storeCidrs.${block}`;
    const ranges = valueAt(values, path);
    if (valueAt(values, "networkPolicy.enabled") === false) return [];
    if (Array.isArray(ranges) && ranges.length > 0) return [];
    const rule = `the network policies let pods reach ${name} nowhere else`;
    return [problem(path, undefined, rule, `Set it in kaireon:values to the ranges of its addresses`)];
}

function caProblems(values: ChartValues, { caBundle }: ExistingStore): readonly string[] {
    if (caBundle === undefined || !isGiven(values, caBundle)) return [];
    if (/-----BEGIN CERTIFICATE-----[\s\S]+-----END CERTIFICATE-----/.test(String(valueAt(values, caBundle))))
        return [];
    const rule = "it holds no certificate";
    const fix = "Put the authority's certificates there in PEM, from BEGIN CERTIFICATE to END CERTIFICATE";
    return [problem(caBundle, valueAt(values, caBundle), rule, fix)];
}

/** A value that only the user can know. */
export function missing(values: ChartValues, path: string, rule: string, fix: string): readonly string[] {
    return isGiven(values, path) ? [] : [problem(path, undefined, rule, `Set it in kaireon:values to ${fix}`)];
}

/** The backend of a store for which nothing is built: its values, and what External Secrets must be able to read. */
export function existingBackend(
    { values, existingSecretKeyArns }: Pick<CheckContext<unknown>, "values" | "existingSecretKeyArns">,
    { secret }: ExistingStore,
    fragment: ChartValues,
): Backend {
    const arn = secret === undefined ? undefined : valueAt(values, `externalSecrets.${secret.block}.secretArn`);
    const { output } = require("@pulumi/pulumi") as typeof import("@pulumi/pulumi");
    const isRead = arn !== undefined && valueAt(values, "externalSecrets.enabled") !== false;
    return {
        values: fragment,
        grants: [],
        ports: [],
        secretArns: isRead ? [output(String(arn))] : [],
        secretKeyArns: isRead ? existingSecretKeyArns.map((key) => output(key)) : [],
        ready: [],
    };
}

/** What every given store asks of whoever runs it. */
export const EXISTING_LIMITS: readonly string[] = [
    "Its own guards must admit the pods: security group or allow list, and a route from the private subnets.",
    "Backups, alarms, upgrades and size are its owner's.",
];
