import type { Kubectl, KubernetesObject } from "../../offline/cluster/kubectl";
import { pause } from "../../offline/cluster/servers";

export interface Deployment extends KubernetesObject {
    readonly metadata: KubernetesObject["metadata"] & { readonly uid: string; readonly generation: number };
    readonly spec: {
        readonly replicas: number;
        readonly selector: object;
        readonly strategy: { readonly rollingUpdate?: { readonly maxUnavailable: number } };
        readonly template: { readonly spec: { readonly containers: readonly { readonly image: string }[] } };
    };
    readonly status: {
        readonly observedGeneration?: number;
        readonly replicas?: number;
        readonly updatedReplicas?: number;
        readonly availableReplicas?: number;
    };
}

interface Pod extends KubernetesObject {
    readonly metadata: KubernetesObject["metadata"] & { readonly deletionTimestamp?: string };
    readonly spec: { readonly containers: readonly { readonly image: string }[] };
}

/** The Deployments of a namespace, looked at again and again. */
export class Workloads {
    private readonly where: string;

    constructor(
        private readonly kubectl: Kubectl,
        namespace: string,
    ) {
        this.where = `--namespace=${namespace}`;
    }

    deployments(): Promise<readonly Deployment[]> {
        return this.kubectl.list<Deployment>("deployments", this.where);
    }

    /** What makes a Deployment the same one, by name: who selects which pods. */
    async identities(): Promise<Readonly<Record<string, object>>> {
        const deployments = await this.deployments();
        return Object.fromEntries(
            deployments.map(({ metadata: { name, uid }, spec: { selector } }) => [name, { uid, selector }]),
        );
    }

    /** Deployments that do not have so many pods, all available and all of their newest template. */
    async unfinished(expected: Readonly<Record<string, number>>): Promise<readonly string[]> {
        return (await this.deployments())
            .filter(({ metadata: { name, generation }, spec: { replicas }, status }) => {
                const counts = [replicas, status.replicas, status.updatedReplicas, status.availableReplicas];
                return status.observedGeneration !== generation || counts.some((count) => count !== expected[name]);
            })
            .map(({ metadata: { name }, status }) => `${name}: ${JSON.stringify(status)}`);
    }

    /** Names of the pods that belong to Deployments and are not going, sorted. */
    async pods(): Promise<readonly string[]> {
        return (await this.staying()).map(({ metadata: { name } }) => name).sort();
    }

    /** Tags of their images, each once. */
    async tags(): Promise<readonly string[]> {
        const images = (await this.staying()).flatMap(({ spec }) => spec.containers.map(({ image }) => image));
        return [...new Set(images.map((image) => image.slice(image.lastIndexOf(":") + 1)))].sort();
    }

    private async staying(): Promise<readonly Pod[]> {
        const pods = await this.kubectl.list<Pod>("pods", this.where, "--selector=pod-template-hash");
        return pods.filter(({ metadata }) => metadata.deletionTimestamp === undefined);
    }

    /**
     * Watches while something happens.
     *
     * @returns what it came to, and the Deployments that had fewer pods available than their strategy lets them, in words
     */
    async during<T>(happening: Promise<T>): Promise<{ readonly outcome: T; readonly shortages: readonly string[] }> {
        const shortages = new Set<string>();
        let over = false;
        const watched = happening.finally(() => {
            over = true;
        });
        while (!over) {
            for (const { metadata, spec, status } of await this.deployments()) {
                const floor = spec.replicas - (spec.strategy.rollingUpdate?.maxUnavailable ?? 0);
                const available = status.availableReplicas ?? 0;
                if (available < floor) shortages.add(`${metadata.name}: ${available} available, not ${floor}`);
            }
            await pause(100);
        }
        return { outcome: await watched, shortages: [...shortages] };
    }
}
