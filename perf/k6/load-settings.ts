import type { Tenant, WorkloadSettings } from "../workload/workload";

/** What a script reads from its environment: `k6 run -e TARGET=https://… script.js`. The names of the first three are the vendor's. */
export const ENVIRONMENT = {
    TARGET: "where the platform answers: https://decisions.example.com",
    TENANT_ID: "the tenant's id; several with commas between them",
    API_KEY: "the tenant's API key; as many as there are ids, in their order",
    SEED: "whole number; the same one gives the same requests (default 1)",
    CUSTOMERS: "customers of each tenant, from 1 (default 100000)",
    SKEW: "how much oftener the first customers come: 0 all alike (default 1)",
    AUTH: "bearer or x-api-key: which of the two documented headers carries the key (default bearer)",
    CHANNEL: "channel of the decisions, as the tenant has named it (default none)",
    PLACEMENT: "placement of the decisions (default none)",
    DECISION_FLOW_KEY: "flow of the decisions (default: the platform's newest published one)",
    SUMMARY_FILE: "where the summary is written to besides standard output (default nowhere)",
} as const;

export type LoadEnvironment = Readonly<Partial<Record<string, string>>>;

export interface LoadSettings {
    /** No slash at its end. */
    readonly target: string;
    readonly workload: Omit<WorkloadSettings, "mix">;
}

/** @throws Error with everything that is wrong or missing, a line each */
export function loadSettings(environment: LoadEnvironment): LoadSettings {
    const problems: string[] = [];
    const target = required(environment, "TARGET", problems).replace(/\/+$/, "");
    if (target !== "" && !/^https?:\/\/[^/\s]+/.test(target))
        problems.push(`TARGET is ${target}; it must begin with http:// or https://.`);
    const tenants = tenantsOf(environment, problems);
    const seed = number(environment, "SEED", 1, { least: 0, whole: true }, problems);
    const customers = number(environment, "CUSTOMERS", 100_000, { least: 1, whole: true }, problems);
    const skew = number(environment, "SKEW", 1, { least: 0, whole: false }, problems);
    const auth = environment["AUTH"] ?? "bearer";
    if (auth !== "bearer" && auth !== "x-api-key") problems.push(`AUTH is ${auth}; it must be bearer or x-api-key.`);
    if (problems.length > 0)
        throw new Error(`The environment of this script is not complete:\n  ${problems.join("\n  ")}`);
    const header = auth === "x-api-key" ? auth : "bearer";
    return {
        target,
        workload: { seed, customers, skew, auth: header, tenants, recommend: recommendFields(environment) },
    };
}

function recommendFields(environment: LoadEnvironment) {
    const { CHANNEL: channel, PLACEMENT: placement, DECISION_FLOW_KEY: decisionFlowKey } = environment;
    return {
        ...(channel ? { channel } : {}),
        ...(placement ? { placement } : {}),
        ...(decisionFlowKey ? { decisionFlowKey } : {}),
    };
}

function tenantsOf(environment: LoadEnvironment, problems: string[]): readonly Tenant[] {
    const ids = list(required(environment, "TENANT_ID", problems));
    const keys = list(required(environment, "API_KEY", problems));
    // Never the keys themselves: this ends up in a log.
    if (ids.length > 0 && keys.length > 0 && ids.length !== keys.length)
        problems.push(
            `TENANT_ID names ${ids.length} and API_KEY has ${keys.length}; give a key for each tenant, in the same order.`,
        );
    return ids.map((id, at) => ({ id, apiKey: keys[at] ?? "" }));
}

function required(environment: LoadEnvironment, name: keyof typeof ENVIRONMENT, problems: string[]): string {
    const value = environment[name]?.trim() ?? "";
    if (value === "") problems.push(`${name} is missing: ${ENVIRONMENT[name]}. Give it with -e ${name}=…`);
    return value;
}

function list(text: string): readonly string[] {
    return text.split(",").flatMap((part) => (part.trim() === "" ? [] : [part.trim()]));
}

interface Bound {
    readonly least: number;
    readonly whole: boolean;
}

function number(
    environment: LoadEnvironment,
    name: string,
    otherwise: number,
    bound: Bound,
    problems: string[],
): number {
    const text = environment[name]?.trim() ?? "";
    if (text === "") return otherwise;
    const value = Number(text);
    if (Number.isFinite(value) && value >= bound.least && (!bound.whole || Number.isInteger(value))) return value;
    problems.push(`${name} is ${text}; it must be a ${bound.whole ? "whole " : ""}number from ${bound.least}.`);
    return otherwise;
}
