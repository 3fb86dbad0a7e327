import type { View } from "../graph/view";
import { releasePolicy } from "../policy";

export const releaseCanBeRendered = releasePolicy({
    id: "release-can-be-rendered",
    title: "The release's objects can be rendered before the update, and are then checked",
    why: "A Helm release hides its objects from policies: every rule about pods passes because there are no pods to look at.",
    fix: "Keep the chart in the repository or pin its version, and run npm run policy:chart over the rendered objects",
    severity: "high",
    pitfalls: ["P-CG-01"],
    links: ["https://github.com/pulumi/pulumi-kubernetes/issues/2057"],
    check: (release, stack, report) => {
        const { resource, label } = release;
        const children = stack.resources.filter((one) => one.parent === resource && one.type.startsWith("kubernetes:"));
        // Chart v4 registers its objects one by one: policies see them as they are.
        if (children.length > 0) return;
        const chart = resource.properties.at("chart");
        const version = resource.properties.at("version");
        if (
            isRemote(chart, resource.properties.at("repositoryOpts")) &&
            !(resource.gives("version") && isPinned(version))
        )
            report.violation(
                `${label}: chart ${chart.shown()} comes from a registry and version is ${version.shown()}: what is installed may differ from what was checked. Pin one version.`,
                resource,
            );
        report.cannotTell(
            `${label}: a Helm release hides its objects: the pods were checked by the values alone; npm run policy:chart checks them rendered`,
            resource,
        );
    },
});

function isRemote(chart: View, repository: View): boolean {
    return repository.exists ? repository.at("repo").exists : /^(oci|https?):\/\//.test(chart.text() ?? "");
}

/** One version and no range. */
function isPinned(version: View): boolean {
    return /^v?\d+\.\d+\.\d+/.test(version.text() ?? "");
}
