import { QUOTAS, type QuotaName } from "../facts/quotas";
import { stackPolicy } from "../policy";
import { compare, regionOf } from "./quota-comparison";
import { quotaNeeds } from "./quota-needs";
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
