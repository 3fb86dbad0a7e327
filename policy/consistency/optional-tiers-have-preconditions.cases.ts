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

/** What large has for MSK is then for nothing. */
const UNUSED = {
    "no-store-without-selector": "the brokers of large are then selected by nothing",
    "roles-match-selected-backends": "the roles of large are for the stores of large",
};

/** Streaming with its switch, and another bus than the brokers. */
const withBus = (stack: StackFixture, publisher: string) =>
    withStream(stack)
        .setValue("config.FLOW_STREAMING_ENABLED", "true")
        .setValue("eventbus.enabled", false)
        .setValue("config.EVENT_PUBLISHER", publisher);

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
            when: "stream would read from Redis, which keeps nothing",
            change: (stack) => withBus(stack, "redis"),
            at: RELEASE,
            message: `${LABEL}: values.stream.enabled is true, but the event bus is redis, which is no broker to read from. Choose kafka, kinesis or pulsar, or switch stream off.`,
            also: UNUSED,
        },
        {
            when: "stream would read from EventBridge, which pushes",
            change: (stack) =>
                withBus(stack, "eventbridge").setValue("eventbridge", { enabled: true, busName: "default" }),
            at: RELEASE,
            message: `${LABEL}: values.stream.enabled is true, but the event bus is eventbridge, which is no broker to read from. Choose kafka, kinesis or pulsar, or switch stream off.`,
            also: UNUSED,
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
        ...["kafka", "kinesis", "pulsar"].map((backend) => ({
            when: `stream reads from ${backend}`,
            change: (stack: StackFixture) =>
                withBus(stack, backend).setValue("eventbus.enabled", true).setValue("eventbus.backend", backend),
        })),
        {
            when: "no pod of stream runs, although it is on",
            change: (stack) => withBus(stack, "redis").setValue("stream.replicas", 0),
        },
        {
            when: "the tier has the switch to itself",
            change: (stack) => withStream(stack).setValue("stream.env.FLOW_STREAMING_ENABLED", "true"),
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
