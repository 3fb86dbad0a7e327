import type { IPod } from "kubernetes-models/v1";
import { imageVersion } from "../environment/environment-of";
import type { ClusterCommands } from "../environment/kubectl";
import { readRunnerSummary } from "../k6/read-runner-summary";
import { resultOfRunners } from "../k6/result-of-runners";
import { PerfError } from "../perf-error";
import type { Result } from "../results/result";
import type { Scenario } from "../workload/scenario";
import { LOAD_NAMESPACE, RUNNER_PODS } from "./place";
import type { TestRun } from "./test-run";

/** k6-operator's container in a runner's pod. */
const CONTAINER = "k6";

export interface CollectSettings {
    readonly scenario: Scenario;
    /** The most that the runners can send together, where that was measured. */
    readonly ceilingRequestsPerSecond: number | null;
}

/**
 * One result from the logs of a run's runners. What is missing makes it partial, and is named.
 *
 * @throws PerfError when there is no such run, or nothing was measured
 */
export async function collectRunners(
    kubectl: ClusterCommands["kubectl"],
    { scenario, ceilingRequestsPerSecond }: CollectSettings,
): Promise<Result> {
    const pods = await runnerPods(kubectl, scenario.name);
    const expected = await parallelism(kubectl, scenario.name);
    const running = pods.filter(({ status }) => status?.phase === "Running" || status?.phase === "Pending");
    if (running.length > 0)
        throw new PerfError(
            `collect: ${running.length} of ${pods.length} runners of ${scenario.name} have not ended yet (${names(running)}). Collect when they have.`,
            1,
        );
    const logs: string[] = [];
    const silent: string[] = [];
    for (const pod of pods) {
        const log = await logOf(kubectl, nameOf(pod));
        const found = readRunnerSummary(log);
        if ("problem" in found) silent.push(`${nameOf(pod)} (${endOf(pod)}): ${found.problem}`);
        else logs.push(log);
    }
    if (logs.length === 0)
        throw new PerfError(
            [`collect: no runner of ${scenario.name} gave a summary; nothing was measured.`, ...silent].join("\n  "),
            1,
        );
    const result = resultOfRunners(logs, {
        scenario,
        runners: Math.max(expected, pods.length),
        k6Version: versionOf(pods),
        environment: null,
        ceilingRequestsPerSecond,
    });
    return { ...result, remarks: [...result.remarks, ...silent.map((text) => `Runner ${text}.`)] };
}

async function runnerPods(kubectl: ClusterCommands["kubectl"], name: string): Promise<readonly IPod[]> {
    const selector = Object.entries({ ...RUNNER_PODS, k6_cr: name }).map(([key, value]) => `${key}=${value}`);
    const found = await kubectl(
        "get",
        "pods",
        `--namespace=${LOAD_NAMESPACE}`,
        `--selector=${selector.join(",")}`,
        "--output=json",
    );
    const { items } = JSON.parse(found) as { readonly items: readonly IPod[] };
    if (items.length > 0) return items;
    throw new PerfError(
        `collect: there is no pod of a runner of ${name} in the namespace ${LOAD_NAMESPACE}. Apply the manifests of \`in-cluster\`, and collect ` +
            "before the TestRun is deleted: its pods go with it.",
    );
}

/** How many runners were asked for; 0 where the TestRun is gone. */
async function parallelism(kubectl: ClusterCommands["kubectl"], name: string): Promise<number> {
    const found = await kubectl(
        "get",
        "testruns.k6.io",
        name,
        `--namespace=${LOAD_NAMESPACE}`,
        "--ignore-not-found",
        "--output=json",
    );
    if (found.trim() === "") return 0;
    return (JSON.parse(found) as TestRun).spec.parallelism;
}

/** A runner whose node is gone has no log any more; what the others sent is still worth keeping. */
async function logOf(kubectl: ClusterCommands["kubectl"], pod: string): Promise<string> {
    try {
        return await kubectl("logs", pod, `--namespace=${LOAD_NAMESPACE}`, `--container=${CONTAINER}`, "--tail=-1");
    } catch (problem) {
        if (problem instanceof PerfError) return "";
        throw problem;
    }
}

function versionOf(pods: readonly IPod[]): string {
    const images = pods.flatMap(({ spec }) => spec?.containers?.map(({ image }) => image ?? "") ?? []);
    return imageVersion(images[0] ?? "");
}

function endOf({ status }: IPod): string {
    const ended = status?.containerStatuses?.find(({ name }) => name === CONTAINER)?.state?.terminated;
    return ended === undefined
        ? (status?.phase ?? "unknown")
        : `${ended.reason ?? "ended"}, exit code ${ended.exitCode}`;
}

function nameOf({ metadata }: IPod): string {
    return metadata?.name ?? "";
}

function names(pods: readonly IPod[]): string {
    return pods.map(nameOf).join(", ");
}
