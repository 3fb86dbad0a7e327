import facts from "./quotas.json";

/** A service quota of AWS. */
export interface Quota {
    readonly quotaCode: string;
    readonly serviceCode: string;
    /** Of a new account; by region where AWS gives it so, `default` for those not named. */
    readonly value: number | Readonly<Record<string, number>>;
    /** Whether AWS raises it on request. */
    readonly adjustable: boolean;
}

export type QuotaName = keyof typeof facts;

export const QUOTAS: Readonly<Record<QuotaName, Quota>> = facts;

export function defaultOf({ value }: Quota, region: string): number {
    return typeof value === "number" ? value : (value[region] ?? value["default"] ?? 0);
}
