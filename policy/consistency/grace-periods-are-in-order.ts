import type { Release } from "../graph/release";
import { type Report, releasePolicy } from "../policy";

export const gracePeriodsAreInOrder = releasePolicy({
    id: "grace-periods-are-in-order",
    title: "A pod of the api outlives its removal from the load balancer and its longest request",
    why: "Otherwise requests end in 5xx at each rollout and scale-in; with AWS's default delay of 300 s every node update waits.",
    fix: "Set preStopSleepSeconds, terminationGracePeriodSeconds and deregistrationDelaySeconds so that each covers what comes before",
    severity: "medium",
    pitfalls: ["P-DRAIN-01"],
    links: ["https://docs.aws.amazon.com/eks/latest/best-practices/load-balancing.html"],
    settings: {
        controllerDelaySeconds: {
            description: "Seconds until the load balancer has heard of a removed pod",
            default: 10,
            minimum: 0,
        },
        longestRequestSeconds: {
            description: "Seconds that the longest request of the api takes",
            default: 30,
            minimum: 0,
        },
    },
    check: (release, _stack, report, settings) => {
        if (release.values.flag("ingress.enabled") !== true || release.tier("api")?.enabled !== true) return;
        checkApi(release, report, settings);
    },
});

interface Times {
    readonly controllerDelaySeconds: number;
    readonly longestRequestSeconds: number;
}

function checkApi(
    { values, label, resource }: Release,
    report: Report,
    { controllerDelaySeconds, longestRequestSeconds }: Times,
): void {
    const sleep = values.number("api.preStopSleepSeconds") ?? 0;
    const grace = values.number("api.terminationGracePeriodSeconds") ?? 30;
    const delay = values.number("ingress.deregistrationDelaySeconds") ?? 300;
    if (sleep < controllerDelaySeconds)
        report.violation(
            `${label}: values.api.preStopSleepSeconds is ${sleep}, but the load balancer sends requests for up to ${controllerDelaySeconds} s more. Set it to at least ${controllerDelaySeconds}.`,
            resource,
        );
    if (grace < sleep + longestRequestSeconds)
        report.violation(
            `${label}: values.api.terminationGracePeriodSeconds is ${grace}, but preStopSleepSeconds ${sleep} and a request of ${longestRequestSeconds} s need ` +
                `${sleep + longestRequestSeconds}. Raise it.`,
            resource,
        );
    if (delay > grace)
        report.violation(
            `${label}: the load balancer drains for ${delay} s (values.ingress.deregistrationDelaySeconds is ${values.shown("ingress.deregistrationDelaySeconds")}), ` +
                `but values.api.terminationGracePeriodSeconds is ${grace}: the pod is gone before. Lower the delay.`,
            resource,
        );
}
