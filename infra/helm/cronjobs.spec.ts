import assert from "node:assert/strict";
import { valueAt } from "../sizing/workload";
import { type RenderedChart, renderBase, renderLarge } from "./rendered-chart";

const SCHEDULES = {
    "approvals-expire": "*/15 * * * *",
    cleanup: "30 4 * * *",
    "engagement-health-recompute": "15 3 * * *",
    "flow-scheduler-tick": "* * * * *",
    "outbox-reaper": "*/2 * * * *",
    "scheduled-retrains": "0 2 * * *",
};
const POD = "spec.jobTemplate.spec.template.spec";

describe("the CronJobs", () => {
    let large: RenderedChart;
    before(async () => {
        large = await renderLarge();
    });

    it("are the six of the large overlay, each on its own schedule", () => {
        const schedules = large
            .ofKind("CronJob")
            .map((job) => [job.metadata.name.replace("kaireon-cron-", ""), valueAt(job, "spec.schedule")]);
        assert.deepEqual(Object.fromEntries(schedules), SCHEDULES);
    });

    it("are seven in the base chart: gitopsDriftCheck too", async () => {
        const names = (await renderBase()).names("CronJob");
        assert.deepEqual(
            names,
            [...Object.keys(SCHEDULES), "gitops-drift-check"].map((name) => `kaireon-cron-${name}`).sort(),
        );
    });

    for (const name of Object.keys(SCHEDULES)) {
        it(`${name}: never beside itself, 100m and 64 MiB, given up after 600 s`, () => {
            const job = large.get("CronJob", `kaireon-cron-${name}`);
            assert.equal(valueAt(job, "spec.concurrencyPolicy"), "Forbid");
            assert.equal(valueAt(job, "spec.startingDeadlineSeconds"), 120);
            assert.equal(valueAt(job, "spec.jobTemplate.spec.activeDeadlineSeconds"), 600);
            const requests = valueAt(job, `${POD}.containers.0.resources.requests`);
            assert.deepEqual(requests, { cpu: "100m", memory: "64Mi" });
        });

        it(`${name}: posts to the API's Service with the secret out of standard input, not of an argument`, () => {
            const job = large.get("CronJob", `kaireon-cron-${name}`);
            const container = valueAt(job, `${POD}.containers.0`);
            const script = String(valueAt(container, "args.0"));
            assert.match(script, new RegExp(` http://kaireon-api:3000/api/v1/cron/${name}$`));
            assert.match(
                script,
                /^printf 'header = "Authorization: Bearer %s"\\n' "\$CRON_SECRET" \| curl --config - /,
            );
            assert.match(script, / --request POST .*--max-time 570 /);
            assert.deepEqual(valueAt(container, "env"), [
                { name: "CRON_SECRET", valueFrom: { secretKeyRef: { name: "api-secrets", key: "CRON_SECRET" } } },
            ]);
            assert.equal(valueAt(container, "image"), "curlimages/curl:8.16.0");
        });
    }

    it("turn the in-process flow scheduler off only while one of them ticks it", async () => {
        const scheduler = (chart: RenderedChart) =>
            valueAt(chart.get("ConfigMap", "kaireon-config"), "data.FLOW_INTERNAL_SCHEDULER_ENABLED");
        assert.equal(scheduler(large), "false");
        const tickOff = { cron: { schedules: { flowSchedulerTick: { enabled: false } } } };
        assert.equal(scheduler(await renderLarge(tickOff)), "true");
        const off = await renderLarge({ cron: { enabled: false } });
        assert.equal(scheduler(off), "true");
        assert.deepEqual(off.names("CronJob"), []);
    });
});
