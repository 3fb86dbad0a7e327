import type { PolicyCases } from "../../test/policy/cases";
import type { StackFixture } from "../../test/policy/stack-fixture";

const RELEASE = "kubernetes:helm.sh/v3:Release kaireon";
const LABEL = "kaireon (kubernetes:helm.sh/v3:Release)";

/** Small pods of stream. */
const withStream = (stack: StackFixture) =>
    stack
        .setValue("stream.enabled", true)
        .setValue("stream.replicas", 2)
        .setValue("stream.resources.requests", { cpu: "10m", memory: "32Mi" });

export const cases: PolicyCases = {
    violations: [
        {
            when: "stream is on and its switch is not",
            change: (stack) => withStream(stack),
            at: RELEASE,
            message: `${LABEL}: values.stream.enabled is true, but values.config.FLOW_STREAMING_ENABLED is "". Set it to "true", or switch stream off.`,
            also: { "service-accounts-have-roles": "large has no role for stream" },
        },
        {
            when: "training is asked of another port",
            change: (stack) => stack.setValue("config.ML_WORKER_URL", "http://kaireon-ml-worker:9000"),
            at: RELEASE,
            message:
                `${LABEL}: values.config.ML_WORKER_URL is http://kaireon-ml-worker:9000, but the release installs kaireon-ml-worker on port 8000. ` +
                "Set it to http://kaireon-ml-worker:8000, or leave it out.",
        },
        {
            when: "mcp is enabled by another key than its own",
            change: (stack) => stack.setValue("mcp.enabled", true),
            at: RELEASE,
            message: `${LABEL}: values.mcp.enabled is true, but values.mcp.dedicated is false. Set it to true, or leave enabled out.`,
        },
    ],
    absent: [
        {
            when: "nothing is said of the switch nor of training",
            change: (stack) =>
                stack.unsetValue("config.FLOW_STREAMING_ENABLED").unsetValue("mlWorker").unsetValue("stream"),
            passes: true,
        },
    ],
    unknown: [
        {
            when: "the switch is not known",
            change: (stack) => withStream(stack).setValueUnknown("config.FLOW_STREAMING_ENABLED"),
            unchecked: `${LABEL}: values.config.FLOW_STREAMING_ENABLED is not known before the update`,
        },
    ],
    passes: [
        {
            when: "stream has its switch and a broker",
            change: (stack) => withStream(stack).setValue("config.FLOW_STREAMING_ENABLED", "true"),
        },
        {
            when: "training is asked of another cluster",
            change: (stack) => stack.setValue("config.ML_WORKER_URL", "https://ml.internal.corp"),
        },
        {
            when: "the address has the namespace in it",
            change: (stack) => stack.setValue("api.env.ML_WORKER_URL", "http://kaireon-ml-worker.kaireon.svc:8000"),
        },
    ],
};
