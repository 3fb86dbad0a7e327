import type { PolicyCases } from "../../test/policy/cases";

const RELEASE = "kubernetes:helm.sh/v3:Release kaireon";
const LABEL = "kaireon (kubernetes:helm.sh/v3:Release)";

export const cases: PolicyCases = {
    violations: [
        {
            when: "the api works beside the worker pods",
            change: (stack) => stack.setValue("config.WORKER_INPROCESS", "1"),
            at: RELEASE,
            message: `${LABEL}: values.config.WORKER_INPROCESS is 1, but worker has up to 30 pods. Set it to 0, or leave it out.`,
        },
        {
            when: "nobody works",
            change: (stack) => stack.setValue("api.env.WORKER_INPROCESS", 0).setValue("worker.enabled", false),
            at: RELEASE,
            message: `${LABEL}: values.api.env.WORKER_INPROCESS is 0, but worker has no pods. Set it to 1, or leave it out.`,
            also: { "node-groups-match-tiers": "the worker's nodes of large then have no pods" },
        },
    ],
    absent: [
        {
            when: "the values leave it to the chart",
            change: (stack) => stack.unsetValue("config.WORKER_INPROCESS"),
            passes: true,
        },
        {
            when: "there is no worker",
            change: (stack) => stack.unsetValue("worker").setValue("config.WORKER_INPROCESS", "0"),
            passes: true,
        },
    ],
    unknown: [
        {
            when: "it is not known",
            change: (stack) => stack.setValueUnknown("config.WORKER_INPROCESS"),
            unchecked: `${LABEL}: values.config.WORKER_INPROCESS is not known before the update`,
        },
    ],
    passes: [
        {
            when: "the values say what the chart would",
            change: (stack) => stack.setValue("config.WORKER_INPROCESS", "0"),
        },
    ],
};
