import { inspectWorkload } from "../../infra/sizing/workload";
import type { Environment } from "../results/result";
import { type ClusterFacts, imagesOf, instanceTypeOf, platformNodes, poolOf, tierOf } from "./cluster-facts";
import { valuesHash } from "./values-hash";

/** What the cluster does not tell of itself. */
export interface EnvironmentContext {
    readonly stack: string;
    readonly traceSampleRate: number;
}

/** The fingerprint of a running platform. Pure. */
export function environmentOf(facts: ClusterFacts, { stack, traceSampleRate }: EnvironmentContext): Environment {
    const { release, values, deployments } = facts;
    return {
        stack,
        region: regionOf(facts),
        kubernetesVersion: facts.kubernetesVersion,
        chartVersion: `${release.chart}-${release.version}`,
        imageTag: imageTagOf(facts),
        valuesHash: valuesHash(values),
        backends: backendsOf(values),
        nodes: nodesOf(facts),
        replicas: Object.fromEntries(
            deployments.map((deployment) => [tierOf(deployment), deployment.status?.readyReplicas ?? 0]),
        ),
        traceSampleRate,
    };
}

function regionOf(facts: ClusterFacts): string {
    const regions = platformNodes(facts).map(({ metadata }) => metadata?.labels?.["topology.kubernetes.io/region"]);
    return regions.find((region) => region !== undefined) ?? "unknown";
}

/** Of the api's pods; a digest where there is one: a tag beside it says nothing. */
function imageTagOf({ deployments }: ClusterFacts): string {
    const api = deployments.find((deployment) => tierOf(deployment) === "api") ?? deployments[0];
    return imageVersion((api === undefined ? [] : imagesOf(api))[0] ?? "");
}

/** `sha256:…` or the tag of an image; `latest` where it has neither. */
export function imageVersion(image: string): string {
    const [name = "", digest] = image.split("@");
    // A port of the registry has a colon too.
    return digest ?? /:([^/:]+)$/.exec(name)?.[1] ?? "latest";
}

/** What the selectors resolve to, aliases followed. */
function backendsOf(values: ClusterFacts["values"]): Environment["backends"] {
    const { workload } = inspectWorkload(values);
    return {
        "eventbus.backend": workload.eventBus,
        "interactionStore.backend": workload.interactionStore,
        "postgres.mode": workload.postgresMode,
        "postgres.pooler": workload.pooler === undefined ? "off" : "on",
        "redis.mode": workload.redisMode,
        "redis.cluster": String(workload.redisCluster),
        search: workload.search ? "opensearch" : "pg",
    };
}

/** By pool, since autoscaling and updates replace node groups' nodes but not pools; two types in one pool are told apart. */
function nodesOf(facts: ClusterFacts): Environment["nodes"] {
    const counts = new Map<string, { readonly pool: string; readonly instanceType: string; count: number }>();
    for (const node of platformNodes(facts)) {
        const [pool, instanceType] = [poolOf(node), instanceTypeOf(node)];
        const key = `${pool} ${instanceType}`;
        counts.set(key, { pool, instanceType, count: (counts.get(key)?.count ?? 0) + 1 });
    }
    const all = [...counts].sort(([one], [other]) => (one < other ? -1 : 1));
    const isAlone = (name: string) => all.filter(([, { pool }]) => pool === name).length === 1;
    return Object.fromEntries(
        all.map(([key, { pool, instanceType, count }]) => [isAlone(pool) ? pool : key, { instanceType, count }]),
    );
}
