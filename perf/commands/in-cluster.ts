import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Command, InvalidArgumentError, Option } from "commander";
import { stringify } from "yaml";
import { imageVersion } from "../environment/environment-of";
import { valuesForLoad } from "../in-cluster/chart-values";
import { asYaml, manifests } from "../in-cluster/manifests";
import type { TargetPlace } from "../in-cluster/namespace-objects";
import { type ApiPlace, DEFAULT_API, LOAD_NAMESPACE, LOAD_SECRET, serviceUrl } from "../in-cluster/place";
import { DEFAULT_RPS_PER_RUNNER, DEFAULT_RUNNER_CPU, type RunnerPlan, runnerPlan } from "../in-cluster/runner-plan";
import { bundleScript } from "../k6/bundle";
import { ENVIRONMENT } from "../k6/load-settings";
import { SCENARIOS, scenarioNamed } from "../workload/scenarios";

interface InClusterOptions {
    readonly scenario: string;
    readonly image: string;
    readonly starterImage?: string;
    readonly target?: string;
    readonly namespace: string;
    readonly rpsPerRunner: number;
    readonly runnerCpu: string;
    readonly set: readonly Setting[];
    readonly out?: string;
}

interface Setting {
    readonly name: string;
    readonly value: string;
}

/** `in-cluster`: manifests for k6-operator. It writes files, or to standard output; it never touches the cluster. */
export function addInCluster(program: Command): void {
    program
        .command("in-cluster")
        .description("write what k6-operator runs a scenario by, on the load's own nodes (kaireon:nodes.load)")
        .addOption(
            new Option("--scenario <name>", "which").choices(SCENARIOS.map(({ name }) => name)).makeOptionMandatory(),
        )
        .requiredOption("--image <image>", "of k6 with a version: grafana/k6:VERSION", versioned)
        .option("--starter-image <image>", "of the pod that starts the runners; default: k6-operator's own", versioned)
        .option("--target <url>", "the load balancer's; default: the api's Service in the cluster", webUrl)
        .option("--namespace <name>", "of the release", DEFAULT_API.namespace)
        .option("--rps-per-runner <rate>", "requests a second of a runner at most", positive, DEFAULT_RPS_PER_RUNNER)
        .option("--runner-cpu <quantity>", "cores that a runner requests", quantity, DEFAULT_RUNNER_CPU)
        .option("--set <name=value...>", "settings of the script, such as SEED=2", setting, [])
        .option("--out <folder>", "for load.yaml and values-load.yaml; default: manifests on standard output")
        .addHelpText("after", `\n${NOTES}`)
        .action(inCluster);
}

const NOTES = `A runner's rate and cores are assumptions: no figure of k6's is published for them. A result that is unsustained, or whose runners'
nodes have no fifth of their processors idle, asks for more runners.

Past the load balancer (the default) connections stay with the pods that they were opened to: pods that the autoscaler adds in the run
get none of the load. Give --target for scenarios in which the api scales.`;

async function inCluster(options: InClusterOptions, command: Command): Promise<void> {
    const scenario = scenarioNamed(options.scenario);
    const plan = runnerPlan(scenario, options.rpsPerRunner, options.runnerCpu);
    const api = { ...DEFAULT_API, namespace: options.namespace };
    const { code } = await bundleScript(scenario.name);
    const text = asYaml(
        manifests({
            scenario,
            plan,
            image: options.image,
            starterImage: options.starterImage,
            target: options.target ?? serviceUrl(api),
            settings: Object.fromEntries(options.set.map(({ name, value }) => [name, value])),
            script: code,
            place: placeOf(options.target, api),
        }),
    );
    if (options.out === undefined) process.stdout.write(text);
    else {
        mkdirSync(options.out, { recursive: true });
        writeFileSync(join(options.out, "load.yaml"), text);
        writeFileSync(join(options.out, "values-load.yaml"), stringify(valuesForLoad(api)));
    }
    command.configureOutput().writeErr?.(instructions(plan, options));
}

function placeOf(target: string | undefined, api: ApiPlace): TargetPlace {
    if (target === undefined) return { api };
    const { protocol, port } = new URL(target);
    return { port: port === "" ? (protocol === "https:" ? 443 : 80) : Number(port) };
}

function instructions(plan: RunnerPlan, { scenario, target, out }: InClusterOptions): string {
    const { runners, rpsPerRunner, cpu, memoryMib } = plan;
    const steps = [
        `${runners} runners of ${Math.ceil(rpsPerRunner)} requests a second, each on a node of its own with ${cpu} cores and ${memoryMib} MiB to spare.`,
        `Once: k6-operator, kaireon:nodes.load with maxNodes ${runners} or more${target === undefined ? ", and values-load.yaml in kaireon:valuesFiles" : ""}.`,
        `Once, after the namespace is there: kubectl -n ${LOAD_NAMESPACE} create secret generic ${LOAD_SECRET} --from-env-file=FILE with API_KEY= and TENANT_ID=.`,
        `Each run: npm run perf -- check --scenario ${scenario} --out environment.json`,
        `          kubectl delete testrun ${scenario} -n ${LOAD_NAMESPACE} --ignore-not-found && kubectl apply -f ${out === undefined ? "FILE" : join(out, "load.yaml")}`,
        `          npm run perf -- collect --scenario ${scenario} --environment environment.json --out perf/results/runs`,
    ];
    return steps.map((step) => `in-cluster: ${step}\n`).join("");
}

function versioned(image: string): string {
    if (imageVersion(image) !== "latest") return image;
    throw new InvalidArgumentError("Name its version: a result must say what sent it.");
}

function webUrl(text: string): string {
    const url = URL.canParse(text) ? new URL(text) : undefined;
    if (url !== undefined && /^https?:$/.test(url.protocol)) return text;
    throw new InvalidArgumentError("Give a URL with http:// or https://.");
}

function positive(text: string): number {
    const value = Number(text);
    if (value > 0 && Number.isFinite(value)) return value;
    throw new InvalidArgumentError("Give a number above 0.");
}

function quantity(text: string): string {
    if (/^(\d+(\.\d+)?|\d+m)$/.test(text)) return text;
    throw new InvalidArgumentError("Give cores as Kubernetes writes them: 3 or 2500m.");
}

/** Secrets come from the cluster's Secret, and the target from --target. */
const OWN_OPTIONS = ["TARGET", "API_KEY", "TENANT_ID"];

function setting(text: string, before: readonly Setting[]): readonly Setting[] {
    const [, name = "", value = ""] = /^([A-Z_]+)=(.*)$/.exec(text) ?? [];
    const known = Object.keys(ENVIRONMENT).filter((one) => !OWN_OPTIONS.includes(one));
    if (known.includes(name)) return [...before, { name, value }];
    throw new InvalidArgumentError(`Give NAME=value with a name of ${known.join(", ")}.`);
}
