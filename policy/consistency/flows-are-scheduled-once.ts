import type { Release } from "../graph/release";
import type { Stack } from "../graph/stack";
import type { StackResource } from "../graph/stack-resource";
import { releasePolicy } from "../policy";

export const flowsAreScheduledOnce = releasePolicy({
    id: "flows-are-scheduled-once",
    title: "Each scheduled job is driven by one thing: the CronJob, EventBridge, or the api's own scheduler",
    why: "Driven twice, flows run twice and messages go out twice; driven by nothing, they never run.",
    fix: "Set FLOW_INTERNAL_SCHEDULER_ENABLED to false with the tick's CronJob, and keep one of CronJob and EventBridge for each route",
    severity: "high",
    pitfalls: ["P-SEL-13"],
    links: [
        "https://docs.kaireonai.com/data/pipelines/flow-scheduler",
        "https://docs.kaireonai.com/deployment/eventbridge-setup",
    ],
    check: (release, stack, report) => {
        const { values, label, resource } = release;
        const jobs = values.flag("cron.enabled") === false ? [] : schedulesOf(release);
        const ticked = jobs.some(({ path }) => path === "flow-scheduler-tick");
        report.each(["config", "api.env"], (block) => {
            const place = values.at(`${block}.FLOW_INTERNAL_SCHEDULER_ENABLED`);
            // Where the values say nothing, the chart's templates follow the tick.
            if (!ticked || (place.text() || "false") === "false") return;
            report.violation(
                `${label}: ${place.path} is ${place.text()}, but values.cron.schedules.flowSchedulerTick ticks the flows too. Set it to false, or the schedule's enabled to false.`,
                resource,
            );
        });
        report.each(["cron", ...jobs.map(({ name }) => `cron.schedules.${name}`)], (block) => {
            const place = values.at(`${block}.concurrencyPolicy`);
            if ((place.text() ?? "Forbid") === "Forbid") return;
            report.violation(
                `${label}: ${place.path} is ${place.text()}, with which a late job and the next one run at once. Set it to Forbid, or leave it out.`,
                resource,
            );
        });
        for (const { name, path } of jobs)
            report.each(callersOf(path, stack), (caller) =>
                report.violation(
                    `${label}: values.cron.schedules.${name} calls /api/v1/cron/${path}, and so does ${caller.label}. Take one of them out.`,
                    resource,
                ),
            );
    },
});

/** The CronJobs that are on, with the route that each calls. */
function schedulesOf({ values }: Release): readonly { readonly name: string; readonly path: string }[] {
    const schedules = values.at("cron.schedules");
    return schedules
        .names()
        .filter((name) => schedules.at([name]).isMap && schedules.flag([name, "enabled"]) !== false)
        .map((name) => ({ name, path: schedules.text([name, "path"]) ?? kebab(name) }));
}

/** API destinations of EventBridge that call the route; only what is known of their addresses can tell. */
function callersOf(path: string, stack: Stack): readonly StackResource[] {
    return stack.ofType("aws:cloudwatch/eventApiDestination:EventApiDestination").filter((destination) => {
        const address = destination.properties.at("invocationEndpoint");
        if (address.state === "unknown") throw address.cannotTell();
        return new RegExp(`/cron/${path}(?:$|[/?#])`).test(address.text() ?? "");
    });
}

function kebab(name: string): string {
    return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
