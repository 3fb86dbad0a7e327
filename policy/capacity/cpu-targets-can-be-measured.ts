import type { Stack } from "../graph/stack";
import { releasePolicy } from "../policy";
import { scalingTargetsOf } from "./scaling-targets";

const ADDON = "aws:eks/addon:Addon";
const RELEASES = ["kubernetes:helm.sh/v3:Release", "kubernetes:helm.sh/v4:Chart"];
const CLUSTER = "aws:eks/cluster:Cluster";
export const cpuTargetsCanBeMeasured = releasePolicy({
    id: "cpu-targets-can-be-measured",
    title: "A tier that scales on CPU requests CPU, can exceed its target, and the cluster has metrics-server",
    why: "The autoscaler shows <unknown> and never adds a pod, or waits for a load that the limit does not allow.",
    fix: "Set resources.requests, a target below the limit, and install metrics-server",
    severity: "high",
    controls: ["EKS-BPG/reliability/metrics-server"],
    pitfalls: ["P-CAP-06"],
    links: ["https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/"],
    check: (release, stack, report) => {
        const targets = scalingTargetsOf(release);
        report.each(targets, ({ place, requests, amounts }) => {
            const target = place.number() ?? 0;
            const { request, limit } = amounts();
            if (request === undefined || request === 0)
                return report.violation(
                    `${release.label}: ${place.path} is ${target}, a share of ${requests.path}, which is ${requests.shown()}: the autoscaler shows ` +
                        `<unknown> and never scales. Set ${requests.path}.`,
                    release.resource,
                );
            if (limit !== undefined && target * request >= 100 * limit)
                report.violation(
                    `${release.label}: ${place.path} is ${target}, but the limit stops a pod at ${Math.floor((100 * limit) / request)} per cent of its request: ` +
                        "the tier never scales up. Lower the target or raise the limit.",
                    release.resource,
                );
        });
        const [first] = targets;
        if (first !== undefined && stack.ofType(CLUSTER).length > 0 && !hasMetricsServer(stack))
            report.violation(
                `${release.label}: ${first.place.path} needs CPU figures, but the stack has neither the add-on nor a release of metrics-server. ` +
                    "Add aws.eks.Addon metrics-server.",
                release.resource,
            );
    },
});

function hasMetricsServer(stack: Stack): boolean {
    const addons = stack.ofType(ADDON).some((addon) => addon.properties.text("addonName") === "metrics-server");
    return (
        addons ||
        stack.ofType(...RELEASES).some(({ properties }) => /(^|\/)metrics-server/.test(properties.text("chart") ?? ""))
    );
}
