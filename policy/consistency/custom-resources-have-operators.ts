import { releasePolicy } from "../policy";
import { CUSTOM_RESOURCES } from "./custom-resources";
import { findOperator, waitsFor } from "./operators";

export const customResourcesHaveOperators = releasePolicy({
    id: "custom-resources-have-operators",
    title: "Every custom kind that the chart renders has its operator in the stack, and the release waits for it",
    why: "Helm stops at the first object of an unknown kind (no matches for kind), or installs a ScaledObject that nobody reads: workers stay at their minimum while queues grow.",
    fix: "Install the operator in the same program and name it in the release's dependsOn",
    severity: "high",
    pitfalls: ["P-SEL-14", "P-SEL-15"],
    links: ["https://docs.kaireonai.com/deployment/kubernetes", "https://keda.sh/docs/latest/deploy/"],
    check: (release, stack, report) => {
        // In a cluster that another stack makes, the operators may be there already.
        if (stack.ofType("aws:eks/cluster:Cluster", "eks:index:Cluster").length === 0) return;
        report.each(CUSTOM_RESOURCES, ({ kind, askedBy, chart, group, shown }) => {
            const asked = askedBy(release);
            if (asked === undefined) return;
            const operators = findOperator(stack, chart, group);
            const say = (problem: string) =>
                report.violation(`${release.label}: ${asked}, but ${problem}`, release.resource);
            if (operators.length === 0)
                return say(
                    `the stack, which makes the cluster, does not install ${shown}, to which ${kind} belongs. Install it, or switch that off.`,
                );
            if (operators.some((operator) => waitsFor(release.resource, operator))) return;
            say(
                `the release does not wait for ${operators[0]?.label}, which brings ${kind}. Add it to the release's dependsOn.`,
            );
        });
    },
});
