import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse, stringify } from "yaml";
import { holdable, pulling, stopControlPlane } from "./control-plane";
import { keptJob } from "./load";

const stage = (name: string) =>
    stringify({
        kind: "Stage",
        metadata: { name },
        spec: {
            selector: { matchExpressions: [{ key: ".status.phase", operator: "In", values: ["Running"] }] },
            next: { statusTemplate: "phase: Succeeded" },
        },
    });

describe("the control plane", () => {
    it("completes no pod of a Job that is to go on running", () => {
        assert.deepEqual(parse(holdable(stage("pod-complete"))), {
            kind: "Stage",
            metadata: { name: "pod-complete" },
            spec: {
                selector: {
                    matchExpressions: [
                        { key: ".status.phase", operator: "In", values: ["Running"] },
                        { key: '.metadata.annotations["kaireon.ai/keep-running"]', operator: "DoesNotExist" },
                    ],
                },
                next: { statusTemplate: "phase: Succeeded" },
            },
        });
        assert.equal(holdable(stage("pod-ready")), stage("pod-ready"));
    });

    it("makes no pod ready whose image is missing", () => {
        const { spec } = parse(pulling(stage("pod-ready")));
        assert.deepEqual(spec.selector.matchExpressions.slice(1), [
            { key: '.spec.containers.[] | select( .image | endswith(":missing") )', operator: "DoesNotExist" },
        ]);
        assert.equal(pulling(stage("pod-delete")), stage("pod-delete"));
    });

    it("makes of a CronJob the Job that it makes itself, with pods that go on running", () => {
        const template = { metadata: { labels: { tier: "cron" } }, spec: { restartPolicy: "Never" } };
        const jobTemplate = { metadata: { labels: { tier: "cron" } }, spec: { backoffLimit: 1, template } };
        assert.deepEqual(keptJob({ metadata: { name: "cleanup" }, spec: { jobTemplate } }, "kaireon"), {
            apiVersion: "batch/v1",
            kind: "Job",
            metadata: { labels: { tier: "cron" }, name: "cleanup-now", namespace: "kaireon" },
            spec: {
                backoffLimit: 1,
                template: {
                    metadata: { labels: { tier: "cron" }, annotations: { "kaireon.ai/keep-running": "true" } },
                    spec: { restartPolicy: "Never" },
                },
            },
        });
    });

    it("has nothing to end in a folder that is not there", async () => {
        const folder = mkdtempSync(join(tmpdir(), "kaireon-no-cluster-"));
        rmSync(folder, { recursive: true });
        await stopControlPlane(folder);
    });
});
