import type {
    IEnvVar,
    IPodSecurityContext,
    IResourceRequirements,
    ISecurityContext,
    IToleration,
    ITopologySpreadConstraint,
} from "kubernetes-models/v1";
import type { Scenario } from "../workload/scenario";
import { LOAD_NAMESPACE, LOAD_SECRET, RUNNER_PODS } from "./place";
import type { RunnerPlan } from "./runner-plan";

/**
 * As much of k6-operator's custom resource as is used: https://github.com/grafana/k6-operator/blob/main/api/v1alpha1/testrun_types.go. Flags
 * of pods and `quiet` are texts there.
 */
export interface TestRun {
    readonly apiVersion: "k6.io/v1alpha1";
    readonly kind: "TestRun";
    readonly metadata: { readonly name: string; readonly namespace: string };
    readonly spec: {
        readonly script: { readonly configMap: { readonly name: string; readonly file: string } };
        readonly parallelism: number;
        readonly separate: boolean;
        readonly quiet: "true" | "false";
        readonly initializer: TestRunPod;
        readonly starter: TestRunPod;
        readonly runner: TestRunPod;
    };
}

export interface TestRunPod {
    readonly image?: string;
    readonly env?: IEnvVar[];
    readonly resources: IResourceRequirements;
    readonly metadata?: { readonly annotations: Readonly<Record<string, string>> };
    readonly nodeSelector: { readonly [name: string]: string };
    readonly tolerations: IToleration[];
    readonly topologySpreadConstraints?: ITopologySpreadConstraint[];
    readonly securityContext: IPodSecurityContext;
    readonly containerSecurityContext: ISecurityContext;
    readonly automountServiceAccountToken: "true" | "false";
}

export interface TestRunSettings {
    readonly scenario: Scenario;
    readonly plan: RunnerPlan;
    /** `grafana/k6:1.2.3` */
    readonly image: string;
    /** Default: k6-operator's own. */
    readonly starterImage?: string | undefined;
    readonly target: string;
    /** Further settings of the script: SEED, CUSTOMERS, AUTH and so on. */
    readonly settings: Readonly<Record<string, string>>;
}

export const SCRIPT_FILE = "script.js";

/** `cleanup` is left out: with it the runners' pods, and their summaries with them, would be gone at the end. */
export function testRun({ scenario, plan, image, starterImage, target, settings }: TestRunSettings): TestRun {
    return {
        apiVersion: "k6.io/v1alpha1",
        kind: "TestRun",
        metadata: { name: scenario.name, namespace: LOAD_NAMESPACE },
        spec: {
            script: { configMap: { name: scriptName(scenario), file: SCRIPT_FILE } },
            parallelism: plan.runners,
            // No two runners on a node: they would take each other's processor time, and their latencies would be of that.
            separate: true,
            quiet: "true",
            initializer: { ...pod(), image, resources: resources("200m", 1024) },
            starter: {
                ...pod(),
                ...(starterImage === undefined ? {} : { image: starterImage }),
                resources: resources("50m", 64),
            },
            runner: {
                ...pod(),
                image,
                env: environment(target, settings),
                // No limit of CPU: a throttled runner would measure its own pauses.
                resources: resources(plan.cpu, plan.memoryMib),
                metadata: { annotations: { "cluster-autoscaler.kubernetes.io/safe-to-evict": "false" } },
                topologySpreadConstraints: [
                    {
                        maxSkew: 1,
                        topologyKey: "topology.kubernetes.io/zone",
                        whenUnsatisfiable: "ScheduleAnyway",
                        labelSelector: { matchLabels: { ...RUNNER_PODS } },
                    },
                ],
            },
        },
    };
}

export function scriptName({ name }: Pick<Scenario, "name">): string {
    return `k6-${name}`;
}

function resources(cpu: string, memoryMib: number): IResourceRequirements {
    const memory = `${memoryMib}Mi`;
    return { requests: { cpu, memory }, limits: { memory } };
}

function environment(target: string, settings: Readonly<Record<string, string>>): IEnvVar[] {
    const fromSecret = (name: string): IEnvVar => ({
        name,
        valueFrom: { secretKeyRef: { name: LOAD_SECRET, key: name } },
    });
    return [
        { name: "TARGET", value: target },
        fromSecret("API_KEY"),
        fromSecret("TENANT_ID"),
        ...Object.entries(settings).map(([name, value]) => ({ name, value })),
        // The form that the script's summary reads.
        { name: "K6_NEW_MACHINE_READABLE_SUMMARY", value: "false" },
    ];
}

/** On the load's nodes, within the namespace's restricted level, with no token for the Kubernetes API. */
function pod(): Omit<TestRunPod, "resources"> {
    return {
        nodeSelector: { "kaireon.ai/tier": "load" },
        tolerations: [{ key: "kaireon.ai/tier", operator: "Equal", value: "load", effect: "NoSchedule" }],
        // The user of k6's image: https://github.com/grafana/k6/blob/master/Dockerfile
        securityContext: { runAsNonRoot: true, runAsUser: 12345, seccompProfile: { type: "RuntimeDefault" } },
        containerSecurityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ["ALL"] } },
        automountServiceAccountToken: "false",
    };
}
