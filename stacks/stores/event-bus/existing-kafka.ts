import { valueAt } from "../../../infra/sizing/workload";
import { problem } from "../../config/problem";
import {
    EXISTING_LIMITS,
    type ExistingStore,
    existingBackend,
    existingStoreProblems,
    missing,
} from "../existing-store";
import { isGiven } from "../given";
import type { CheckContext, StoreChoice } from "../store-choice";

type KafkaContext = CheckContext<undefined>;

/** Kafka or Redpanda at the brokers that the values give. */
export const existingKafka: StoreChoice<undefined> = {
    about: {
        title: "Kafka or Redpanda that is there already",
        select: "eventbus.backend: kafka, and kafka.brokers or config.EVENT_PUBLISHER: redpanda",
        choose: "Where your organisation runs Kafka, or Redpanda, and the platform is one of its tenants.",
        limits: [
            ...EXISTING_LIMITS,
            "Users and passwords (SCRAM, plain) or nothing: IAM is for the MSK cluster of this program.",
            "Topics are made by hand.",
        ],
    },
    settings: undefined,
    selectedBy: ({ eventBus }, values) =>
        eventBus === "kafka" && (isGiven(values, "kafka.brokers") || isRedpanda(values)),
    problems: (context) => [
        ...brokerProblems(context),
        ...authenticationProblems(context),
        ...existingStoreProblems(context, storeOf(context)),
    ],
    warnings: ({ values, size }) => {
        const brokers = valueAt(values, "kafka.brokers");
        const topics = size.kafka.topics.map(({ name, partitions }) => `${name} with ${partitions} partitions`);
        const fix = `Make ${topics.join(", ")} there, for the target rate`;
        return [
            problem("kafka.brokers", brokers, "this program makes no topics on a cluster that is given", fix),
            ...(valueAt(values, "kafka.tls") === false
                ? [problem("kafka.tls", false, "events cross the network in clear text", "Set it to true")]
                : []),
        ];
    },
    build: (context) => ({
        backend: existingBackend(context, storeOf(context), {
            config: { EVENT_PUBLISHER: isRedpanda(context.values) ? "redpanda" : "kafka" },
            kafka: { enabled: true },
        }),
    }),
};

function isRedpanda(values: KafkaContext["values"]): boolean {
    return isGiven(values, "config.EVENT_PUBLISHER", "redpanda");
}

function storeOf({ values }: Pick<KafkaContext, "values">): ExistingStore {
    const signsIn = ["scram", "plain"].includes(String(valueAt(values, "kafka.authentication")));
    return {
        name: "the brokers",
        block: "kafka",
        ...(signsIn ? { secret: { block: "kafka", keys: ["username", "password"] } } : {}),
        caBundle: "kafka.caBundle",
    };
}

function brokerProblems({ values }: KafkaContext): readonly string[] {
    const rule = "config.EVENT_PUBLISHER redpanda means a cluster that is there already";
    const fix = "its bootstrap addresses, host:port with commas between";
    if (!isGiven(values, "kafka.brokers")) return missing(values, "kafka.brokers", rule, fix);
    const brokers = String(valueAt(values, "kafka.brokers"));
    if (/^[^\s,:/]+:\d+(,[^\s,:/]+:\d+)*$/.test(brokers)) return [];
    const form = "it must be host:port, several of them with commas and nothing else between";
    return [problem("kafka.brokers", brokers, form, "Correct kafka.brokers in kaireon:values")];
}

function authenticationProblems({ values }: KafkaContext): readonly string[] {
    const publisher = valueAt(values, "config.EVENT_PUBLISHER");
    const authentication = valueAt(values, "kafka.authentication");
    const problems: string[] = [];
    if (publisher === "msk" || publisher === "aws_msk") {
        const rule = "it signs in with IAM, and kafka.brokers names a cluster that this program can grant nothing on";
        const fix = "Set config.EVENT_PUBLISHER to kafka in kaireon:values, or remove kafka.brokers to have MSK built";
        problems.push(problem("config.EVENT_PUBLISHER", publisher, rule, fix));
    }
    if (authentication === "iam") {
        const rule = "IAM is for the MSK cluster that this program builds, for it can grant nothing on another";
        const fix = "Set kafka.authentication to scram, plain or none in kaireon:values, as the brokers ask for it";
        problems.push(problem("kafka.authentication", authentication, rule, fix));
    } else if (authentication !== "none" && valueAt(values, "kafka.tls") === false) {
        const rule = `kafka.authentication is ${authentication}, and who listens could sign in too`;
        const fix = "Set kafka.tls to true in kaireon:values, or kafka.authentication to none";
        problems.push(problem("kafka.tls", false, rule, fix));
    }
    return problems;
}
