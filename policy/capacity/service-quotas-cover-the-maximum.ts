import { defaultOf, QUOTAS, type QuotaName } from "../facts/quotas";
import { CannotTell } from "../graph/cannot-tell";
import type { Stack } from "../graph/stack";
import { type Report, stackPolicy } from "../policy";
import { type QuotaNeed, quotaNeeds } from "./quota-needs";
import { targetRate, targetSettings } from "./target-rate";

/** The account's quotas, as far as they were raised. */
const raised = Object.fromEntries(
    Object.entries(QUOTAS).map(([name, { quotaCode, serviceCode }]) => [
        name,
        {
            description: `Quota ${quotaCode} of ${serviceCode} in the account (0: AWS's default)`,
            default: 0,
            minimum: 0,
        },
    ]),
) as {
    readonly [name in QuotaName]: { readonly description: string; readonly default: number; readonly minimum: number };
};

export const serviceQuotasCoverTheMaximum = stackPolicy({
    id: "service-quotas-cover-the-maximum",
    title: "The account's service quotas cover what the stack takes when everything is at its maximum",
    why: "Below the quota all looks well; at the peak EC2 refuses the next node (VcpuLimitExceeded), and a raise takes hours or days.",
    fix: "Request the quota that the message names, and state the account's value in the pack's config",
    severity: "medium",
    controls: ["REL01-BP03", "REL01-BP06"],
    pitfalls: ["P-CAP-01"],
    links: ["https://docs.aws.amazon.com/servicequotas/latest/userguide/request-quota-increase.html"],
    level: {
        is: "advisory",
        because:
            "an account's quotas are in no resource: until the config states them, the need is compared with AWS's defaults",
    },
    settings: { ...targetSettings, ...raised },
    check: (stack, report, settings) => {
        const needs = quotaNeeds(stack, (release) => targetRate(release, settings));
        const region = regionOf(stack);
        report.each(needs, (read) => {
            for (const need of read()) compare(need, { stated: settings[need.quota], region }, report);
        });
    },
});

/** AWS raises this one by itself with an account's use, so that its default says nothing of an account: unstated, it is not judged. */
const GROWS_BY_ITSELF: QuotaName = "onDemandStandardVcpus";

interface Account {
    /** What the config says of the quota; 0: nothing. */
    readonly stated: number;
    readonly region: string;
}

function compare({ quota, need, what }: QuotaNeed, { stated, region }: Account, report: Report): void {
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
function regionOf(stack: Stack): string {
    const places = stack.resources
        .filter(({ type }) => type.startsWith("aws:"))
        .map((one) => one.properties.at("region"));
    return places.find(({ state }) => state === "known")?.text() ?? "";
}
