import { defaultOf, QUOTAS, type QuotaName } from "../facts/quotas";
import { CannotTell } from "../graph/cannot-tell";
import type { Stack } from "../graph/stack";
import type { Report } from "../policy";
import type { QuotaNeed } from "./quota-needs";

/** AWS raises this one by itself with an account's use, so that its default says nothing of an account: unstated, it is not judged. */
const GROWS_BY_ITSELF: QuotaName = "onDemandStandardVcpus";

/** What is known of the account. */
export interface Account {
    /** What the config says of the quota; 0: nothing. */
    readonly stated: number;
    readonly region: string;
}

/** Says what the stack takes beyond a quota, and the request to make. @throws CannotTell when the account's quota decides and is not stated */
export function compare({ quota, need, what }: QuotaNeed, { stated, region }: Account, report: Report): void {
    const { quotaCode, serviceCode, adjustable } = QUOTAS[quota];
    const has = stated > 0 ? stated : defaultOf(QUOTAS[quota], region);
    if (need <= has) return;
    const code = `--service-code ${serviceCode} --quota-code ${quotaCode}`;
    const request = `aws service-quotas request-service-quota-increase ${code} --desired-value ${need}`;
    const start = `the stack at its maximum needs ${need} ${what}`;
    if (quota === GROWS_BY_ITSELF && stated === 0)
        throw new CannotTell(
            `${start}; a new account has ${has}, and what this one has is not stated. Look (aws service-quotas get-service-quota ${code}), ` +
                `if it is less: ${request}; then set ${quota} in the pack's config`,
        );
    const whose = stated > 0 ? `the account has ${has}` : `an account has ${has} unless they were raised`;
    const fix = adjustable
        ? `Run: ${request}; when it is granted, set ${quota} in the pack's config.`
        : "AWS raises it for nobody: take fewer.";
    report.violation(`${start}, but ${whose} (${quotaCode}). ${fix}`);
}

/** The region of the stack's first resource that says one. */
export function regionOf(stack: Stack): string {
    const places = stack.resources
        .filter(({ type }) => type.startsWith("aws:"))
        .map((one) => one.properties.at("region"));
    return places.find(({ state }) => state === "known")?.text() ?? "";
}
