import { releasePolicy } from "../policy";

export const cronSecretReachesThePods = releasePolicy({
    id: "cron-secret-reaches-the-pods",
    title: "With CronJobs, CRON_SECRET is among the keys that External Secrets brings",
    why: "Every cron route refuses callers without it: the jobs run on time and nothing happens.",
    fix: "Add CRON_SECRET to externalSecrets.application.keys",
    severity: "high",
    pitfalls: ["P-SEL-13"],
    links: ["https://docs.kaireonai.com/platform/cron-tier"],
    check: (release, _stack, report) => {
        const { values } = release;
        const place = values.at("externalSecrets.application.keys");
        if (values.flag("externalSecrets.enabled") !== true || values.flag("cron.enabled") === false) return;
        // A chart of other keys, or one without CronJobs.
        if (!values.at("cron").exists || !values.at("externalSecrets.application").exists) return;
        if (place.texts().includes("CRON_SECRET")) return;
        report.violation(
            `${release.label}: values.cron.enabled is ${values.shown("cron.enabled")}, but ${place.path} has no CRON_SECRET. ` +
                "Add it, or set cron.enabled to false.",
            release.resource,
        );
    },
});
