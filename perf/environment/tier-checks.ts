import type { IDeployment } from "kubernetes-models/apps/v1";
import type { Check } from "./check";
import { type ClusterFacts, imagesOf, tierOf } from "./cluster-facts";
import { imageVersion } from "./environment-of";

/** Every pod that a Deployment asks for is ready. */
export function replicasAreReady({ deployments }: ClusterFacts): Check {
    const problems = deployments.flatMap((deployment) => {
        const wanted = deployment.spec?.replicas ?? 1;
        const ready = deployment.status?.readyReplicas ?? 0;
        if (wanted === 0) return [`${nameOf(deployment)} is scaled to 0 pods. Scale it up, or turn the tier off.`];
        return ready === wanted
            ? []
            : [`${nameOf(deployment)} has ${ready} of ${wanted} pods ready. Wait, or see why: kubectl describe it.`];
    });
    if (!deployments.some((deployment) => tierOf(deployment) === "api"))
        problems.push("No Deployment of the api is in the namespace. Name the release's own with --namespace.");
    const found = deployments.map((deployment) => `${tierOf(deployment)} ${deployment.status?.readyReplicas ?? 0}`);
    return { title: "replicas ready", problems, found: found.join(", ") };
}

/** No pods of two versions: the figures would be of neither. */
export function noRollout({ deployments, release }: ClusterFacts): Check {
    const problems = deployments.filter(isRolling).map((deployment) => {
        const { updatedReplicas = 0, replicas = 0 } = deployment.status ?? {};
        return `${nameOf(deployment)} is being rolled out: ${updatedReplicas} of its ${replicas} pods are new. Wait for kubectl rollout status.`;
    });
    if (release.status !== "deployed")
        problems.push(`The Helm release is ${release.status}; it must be deployed. Finish or roll back the update.`);
    return { title: "no rollout", problems, found: `${release.chart}-${release.version} is deployed` };
}

function isRolling({ metadata, spec, status }: IDeployment): boolean {
    if ((status?.observedGeneration ?? 0) < (metadata?.generation ?? 0)) return true;
    const wanted = spec?.replicas ?? 1;
    // What the Deployment has beyond its updated pods is of an older version.
    return (status?.updatedReplicas ?? 0) < Math.min(wanted, status?.replicas ?? 0) || (status?.replicas ?? 0) > wanted;
}

/** Registries that are nobody's: AWS's example account, and the names that are kept for examples. */
const EXAMPLES = /^123456789012\.dkr\.ecr\.|(^|\.)(example\.(com|org|net)|[a-z0-9-]+\.invalid)([:/]|$)/;

/** Images of the product, of one known version each. */
export function imagesAreReal({ deployments }: ClusterFacts): Check {
    const images = [...new Set(deployments.flatMap(imagesOf))].sort();
    const examples = images.filter((image) => EXAMPLES.test(image));
    const moving = images.filter((image) => !EXAMPLES.test(image) && imageVersion(image) === "latest");
    const problems = [
        ...(examples.length === 0
            ? []
            : [`${examples.join(", ")}: an example's registry, so nothing of the product runs. Set kaireon:images.`]),
        ...(moving.length === 0
            ? []
            : [
                  `${moving.join(", ")}: what it names can change, and a result could not say what it is of. Name a version.`,
              ]),
    ];
    return { title: "images", problems, found: images.map(imageVersion).filter(isFirst).join(", ") };
}

function isFirst(value: string, index: number, all: readonly string[]): boolean {
    return all.indexOf(value) === index;
}

function nameOf({ metadata }: IDeployment): string {
    return `Deployment ${metadata?.name ?? ""}`;
}
