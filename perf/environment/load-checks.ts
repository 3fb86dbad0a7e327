import { measuredRequests, peakRate, type Scenario } from "../workload/scenario";
import type { Check } from "./check";

/** Decisions a month by licence: https://docs.kaireonai.com, page on licensing. At the whole quota `recommend` answers 429. */
const QUOTAS = { community: 10_000, professional: 500_000, enterprise: Number.POSITIVE_INFINITY } as const;

export type Licence = keyof typeof QUOTAS;
export const LICENCES = Object.keys(QUOTAS) as readonly Licence[];

/** What the operator says, since no documented endpoint does. */
export interface LicenceUse {
    readonly licence?: Licence | undefined;
    /** Decisions of this month. */
    readonly decisionsUsed?: number | undefined;
}

/** The month's quota has room for every decision that the run asks for, its warm-up included. */
export function licenceHasRoom(scenario: Scenario, { licence, decisionsUsed }: LicenceUse): Check {
    const title = "licence quota";
    const fail = (problem: string): Check => ({ title, problems: [problem], found: "" });
    const needed = Math.ceil(requestsOf(scenario) * (scenario.mix.recommend ?? 0));
    if (licence === undefined)
        return fail(`No documented endpoint tells the licence. Say it: --licence ${LICENCES.join(" | ")}.`);
    if (licence === "enterprise") return { title, problems: [], found: `${shown(needed)} decisions, unlimited` };
    if (decisionsUsed === undefined)
        return fail(
            "No documented endpoint tells how many decisions this month has had. Say it: --decisions-used N, from the licence's page of the product.",
        );
    const left = QUOTAS[licence] - decisionsUsed;
    if (needed <= left) return { title, problems: [], found: `${shown(needed)} decisions of ${shown(left)} left` };
    return fail(
        `${scenario.name} asks for ${shown(needed)} decisions with its warm-up; ${licence} has ${shown(Math.max(0, left))} of ${shown(QUOTAS[licence])} ` +
            "left this month, and answers 429 from there on. Take a smaller scenario or another licence.",
    );
}

function requestsOf(scenario: Scenario): number {
    return scenario.warmUpSeconds * (scenario.phases[0]?.fromRate ?? 0) + measuredRequests(scenario);
}

/** Bulk responses a minute and tenant: https://docs.kaireonai.com, API reference of respond-bulk. */
const BULK_PER_MINUTE = 1000;

/** The documented limits of rates are not what is measured. Of `recommend` no figure is documented. */
export function rateLimitsAreFar(scenario: Scenario, tenants: number): Check {
    const perMinute = (60 * peakRate(scenario) * (scenario.mix["respond-bulk"] ?? 0)) / tenants;
    const title = "rate limits";
    if (perMinute <= BULK_PER_MINUTE)
        return { title, problems: [], found: `respond-bulk ${shown(perMinute)} a minute and tenant` };
    const enough = Math.ceil((perMinute * tenants) / BULK_PER_MINUTE);
    const problem =
        `${scenario.name} sends ${shown(perMinute)} bulk requests a minute for each of ${tenants} tenants; the platform takes ${shown(BULK_PER_MINUTE)} ` +
        `(a playground tenant's, 100) and answers 429 beyond. Send for ${enough} tenants: API_KEY and TENANT_ID take lists.`;
    return { title, problems: [problem], found: "" };
}

/** A share of decisions that is known, and not all of them. */
export function traceSamplingIsSet(rate: number | { readonly problem: string }): Check {
    const title = "trace sampling";
    if (typeof rate !== "number") return { title, problems: [rate.problem], found: "" };
    if (rate < 1) return { title, problems: [], found: `${rate} of the decisions` };
    const problem =
        "Every decision is traced (decisionTraceSampleRate is 1): the run would measure tracing. Set the rate that production has, such as 0.1, by PUT /api/v1/tenant-settings.";
    return { title, problems: [problem], found: "" };
}

function shown(count: number): string {
    return Math.round(count).toLocaleString("en-US");
}
