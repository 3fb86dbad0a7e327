import type { Tier } from "../../graph/tiers";
import { releasePolicy } from "../../policy";

const PLACES = ["requests.cpu", "requests.memory", "limits.memory"];

export const chartTiersRequireResources = releasePolicy({
    id: "chart-tiers-require-resources",
    title: "Each tier says what a pod requests and the memory it may take",
    why: "Without requests nodes are packed blindly; without a limit one leak takes the node's other pods along.",
    fix: "Set resources.requests.cpu, requests.memory and limits.memory of the tier",
    severity: "high",
    controls: ["CKV_K8S_10", "CKV_K8S_12", "C-0271"],
    links: ["https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/"],
    check: (release, _stack, report) =>
        report.each(
            release.tiers.filter(({ values }) => values.at("resources").exists),
            (tier) => {
                const missing = tier.enabled ? missingIn(tier) : [];
                if (missing.length > 0)
                    report.violation(
                        `${release.label}: ${tier.values.path}.resources lacks ${missing.join(", ")}. Set them.`,
                        release.resource,
                    );
            },
        ),
});

function missingIn({ values }: Tier): readonly string[] {
    return PLACES.filter((place) => (values.text(`resources.${place}`) ?? "") === "");
}
