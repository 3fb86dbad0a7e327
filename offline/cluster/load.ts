import { KEEP_RUNNING } from "./control-plane";
import type { Kubectl, KubernetesObject } from "./kubectl";

/** A Deployment by namespace and name. */
export interface DeploymentName {
    readonly namespace: string;
    readonly name: string;
}

interface CronJob extends KubernetesObject {
    readonly spec: { readonly jobTemplate: { readonly metadata?: object; readonly spec: JobSpec } };
}

interface JobSpec {
    readonly template: { readonly metadata?: { readonly labels?: object }; readonly spec: object };
}

/** Sets replicas as an autoscaler would: there is no load here that could make one do it. */
export async function scaleTiers(
    kubectl: Kubectl,
    namespace: string,
    replicas: Readonly<Record<string, number>>,
): Promise<void> {
    await Promise.all(
        Object.entries(replicas).map(([name, count]) =>
            kubectl.run(["scale", "deployment", name, `--namespace=${namespace}`, `--replicas=${count}`]),
        ),
    );
}

/** The names of the Deployments in a namespace. */
export async function deploymentsOf(kubectl: Kubectl, namespace: string): Promise<readonly DeploymentName[]> {
    const deployments = await kubectl.list("deployments", `--namespace=${namespace}`);
    return deployments.map(({ metadata: { name } }) => ({ namespace, name }));
}

/**
 * Begins an update of Deployments and holds all of them at its widest: every pod of the surge is there and none of the old ones goes,
 * because the new ones do not count as available for an hour.
 */
export async function holdUpdates(kubectl: Kubectl, deployments: readonly DeploymentName[]): Promise<void> {
    await patchAll(kubectl, deployments, { minReadySeconds: 3600, progressDeadlineSeconds: 7200 });
    for (const namespace of new Set(deployments.map((deployment) => deployment.namespace))) {
        const names = deployments.filter((deployment) => deployment.namespace === namespace).map(({ name }) => name);
        await kubectl.run(["rollout", "restart", "deployment", ...names, `--namespace=${namespace}`]);
    }
}

/** Lets held updates go on, and waits until they are through. @throws OfflineError naming the one that is not after ten minutes */
export async function finishUpdates(kubectl: Kubectl, deployments: readonly DeploymentName[]): Promise<void> {
    await patchAll(kubectl, deployments, { minReadySeconds: 0, progressDeadlineSeconds: 600 });
    await Promise.all(
        deployments.map(({ namespace, name }) =>
            kubectl.run(["rollout", "status", `deployment/${name}`, `--namespace=${namespace}`, "--timeout=10m"]),
        ),
    );
}

/** The deadline must be above the seconds; 0 and 600 are Kubernetes' own. */
async function patchAll(
    kubectl: Kubectl,
    deployments: readonly DeploymentName[],
    spec: { readonly minReadySeconds: number; readonly progressDeadlineSeconds: number },
): Promise<void> {
    const patch = JSON.stringify({ spec });
    await Promise.all(
        deployments.map(({ namespace, name }) =>
            kubectl.run(["patch", "deployment", name, `--namespace=${namespace}`, "--type=merge", `--patch=${patch}`]),
        ),
    );
}

/**
 * Starts every CronJob of a namespace now, anew, with pods that go on running. Their schedules stand still from then on, as those of
 * CronJobs that forbid a second run beside the first.
 */
export async function fireCronJobs(kubectl: Kubectl, namespace: string): Promise<void> {
    const cronJobs = await kubectl.list<CronJob>("cronjobs", `--namespace=${namespace}`);
    const suspend = ["--type=merge", '--patch={"spec":{"suspend":true}}'];
    await Promise.all(
        cronJobs.map(({ metadata }) =>
            kubectl.run(["patch", "cronjob", metadata.name, `--namespace=${namespace}`, ...suspend]),
        ),
    );
    await kubectl.run(["delete", "jobs", "--all", `--namespace=${namespace}`]);
    await kubectl.apply(cronJobs.map((cronJob) => keptJob(cronJob, namespace)));
}

/** The Job that a CronJob makes, its pods kept running. */
export function keptJob({ metadata: { name }, spec }: CronJob, namespace: string): object {
    const { template, ...job } = spec.jobTemplate.spec;
    const annotations = { [KEEP_RUNNING]: "true" };
    return {
        apiVersion: "batch/v1",
        kind: "Job",
        metadata: { ...spec.jobTemplate.metadata, name: `${name}-now`, namespace },
        spec: { ...job, template: { ...template, metadata: { ...template.metadata, annotations } } },
    };
}
