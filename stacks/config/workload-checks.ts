import type { ChartValues } from "../../infra/app/chart-values";
import { eventBusOf, valueAt, type Workload } from "../../infra/sizing/workload";
import { isGiven } from "../stores/given";
import { chooseStores, type Selector } from "../stores/selectors";
import { problem } from "./problem";

/** Values of the chart that are well formed and still cannot be run as this program builds the platform. */
export function workloadProblems(values: ChartValues, workload: Workload): readonly string[] {
    return [
        ...replicaProblems(workload),
        ...unbuiltProblems(values, workload),
        ...aliasProblems(values, workload),
        ...streamingProblems(values, workload),
    ];
}

const SCALERS = { api: "api.autoscaling", worker: "worker.keda", mlWorker: "mlWorker.autoscaling" } as const;

function replicaProblems({ tiers }: Workload): readonly string[] {
    return tiers.flatMap(({ tier, enabled, minReplicas, maxReplicas }) => {
        const scaler = tier in SCALERS ? Reflect.get(SCALERS, tier) : undefined;
        if (!enabled || minReplicas <= maxReplicas || scaler === undefined) return [];
        return [
            problem(
                `${scaler}.minReplicas`,
                minReplicas,
                `it is above ${scaler}.maxReplicas, which is ${maxReplicas}`,
                `Lower ${scaler}.minReplicas or raise ${scaler}.maxReplicas in kaireon:values`,
            ),
        ];
    });
}

/** Values that the chart documents and this program has no component for. */
function unbuiltProblems(values: ChartValues, workload: Workload): readonly string[] {
    const busKey = valueAt(values, "eventbus.enabled") === true ? "eventbus.backend" : "config.EVENT_PUBLISHER";
    const storeKey = valueAt(values, "interactionStore.backend")
        ? "interactionStore.backend"
        : "config.INTERACTION_STORE";
    const choices: Readonly<Record<Selector, readonly { key: string; value: unknown; built?: unknown }[]>> = {
        postgres: [{ key: "postgres.mode", value: workload.postgresMode, built: "external" }],
        redis: [
            { key: "redis.mode", value: workload.redisMode, built: "external" },
            { key: "redis.cluster", value: workload.redisCluster, built: true },
        ],
        search: [],
        eventBus: [{ key: busKey, value: workload.eventBus }],
        interactionStore: [{ key: storeKey, value: workload.interactionStore }],
    };
    const chosen = chooseStores(workload, values).map(({ selector }) => selector);
    const rule = "it is not built by this program yet";
    return (Object.keys(choices) as readonly Selector[])
        .filter((selector) => !chosen.includes(selector))
        .flatMap((selector) => choices[selector])
        .filter(({ value, built }) => value !== built)
        .map(({ key, value, built }) =>
            problem(
                key,
                value,
                rule,
                built === undefined ? "Choose another one" : `Set ${key} to ${built} in kaireon:values`,
            ),
        );
}

/** An alias and the variable that it stands for, both set and saying different things: half of the pods would follow either. */
function aliasProblems(values: ChartValues, workload: Workload): readonly string[] {
    const problems: string[] = [];
    const disagree = (variable: string, value: unknown, alias: string, selects: string) =>
        problems.push(
            problem(
                variable,
                value,
                `${alias} selects ${selects}`,
                `Remove ${variable} from kaireon:values, or make the two agree`,
            ),
        );
    const publisher = valueAt(values, "config.EVENT_PUBLISHER");
    const bus = eventBusOf(publisher);
    const alias = valueAt(values, "eventbus.enabled");
    if (alias === true && publisher && bus !== workload.eventBus) {
        disagree("config.EVENT_PUBLISHER", publisher, "eventbus.backend", workload.eventBus);
    }
    // EventBridge has no value of the alias: only beside one that is off can it be chosen.
    if (alias === false && bus !== undefined && bus !== "redis" && bus !== "eventbridge") {
        disagree("config.EVENT_PUBLISHER", publisher, "eventbus.enabled false", "redis");
    }
    const store = valueAt(values, "config.INTERACTION_STORE");
    if (store && store !== workload.interactionStore) {
        disagree("config.INTERACTION_STORE", store, "interactionStore.backend", workload.interactionStore);
    }
    const index = valueAt(values, "config.SEARCH_INDEX");
    const search = workload.search ? "opensearch" : "pg";
    if (index && index !== search)
        disagree("config.SEARCH_INDEX", index, `opensearch.enabled ${workload.search}`, search);
    return problems;
}

/** Event buses that keep nothing to be read: why the streaming tier cannot consume from them. */
const WITHOUT_BROKER: Readonly<Partial<Record<Workload["eventBus"], string>>> = {
    redis: "which keeps no event",
    eventbridge: "which pushes events and is read by nobody",
};
/** What `Msk` grants the streaming tier. */
const GROUP_PREFIX = "kaireon";

/** The streaming tier consumes from a broker and only runs where the application was told to stream. */
function streamingProblems(values: ChartValues, workload: Workload): readonly string[] {
    if (valueAt(values, "stream.enabled") !== true) return [];
    const problems: string[] = [];
    if (!workload.streaming) {
        problems.push(
            problem(
                "stream.enabled",
                true,
                'the tier runs only where config.FLOW_STREAMING_ENABLED is "true"',
                "Set both or neither in kaireon:values",
            ),
        );
    }
    const without = WITHOUT_BROKER[workload.eventBus];
    if (without !== undefined) {
        problems.push(
            problem(
                "stream.enabled",
                true,
                `the tier needs a broker, and the event bus is ${workload.eventBus}, ${without}`,
                "Set eventbus.enabled to true and eventbus.backend to kafka, kinesis or pulsar in kaireon:values",
            ),
        );
    }
    const group = String(valueAt(values, "stream.consumerGroup") ?? GROUP_PREFIX);
    if (workload.eventBus === "kafka" && !isGiven(values, "kafka.brokers") && !group.startsWith(GROUP_PREFIX)) {
        const rule = `MSK lets the pods' role join groups whose names begin with ${GROUP_PREFIX} alone`;
        const fix = `Begin it with ${GROUP_PREFIX} in kaireon:values, such as kaireon-stream`;
        problems.push(problem("stream.consumerGroup", group, rule, fix));
    }
    return problems;
}
