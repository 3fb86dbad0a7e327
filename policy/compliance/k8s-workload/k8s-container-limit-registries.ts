import { containersOf, podsOf, WORKLOADS } from "../../graph/pods";
import { stackPolicy } from "../../policy";

export const k8sContainerLimitRegistries = stackPolicy({
    id: "k8s-container-limit-registries",
    title: "Images come from approved places",
    why: "Whoever owns the registry decides what runs beside the database's password.",
    fix: "Copy the image into ECR, or name its place in the setting approved of this policy",
    severity: "medium",
    controls: ["CIS-EKS-1.8.0/5.1.4"],
    links: ["https://docs.aws.amazon.com/AmazonECR/latest/userguide/pull-through-cache.html"],
    settings: {
        approved: {
            description: "Where images may come from: the beginning of their names, * for any text without a slash",
            default: ["*.dkr.ecr.*.amazonaws.com/", "public.ecr.aws/", "registry.k8s.io/", "curlimages/curl:"],
        },
    },
    types: WORKLOADS,
    check: (stack, report, { approved }) => {
        const places = approved.map((place) => new RegExp(`^${escaped(place)}`));
        report.each(podsOf(stack), (pod) =>
            report.each(containersOf(pod), (container) => {
                const image = container.text("image") ?? "";
                if (!places.some((place) => place.test(image)))
                    report.violation(
                        `${pod.owner.label}: ${container.path}.image is ${JSON.stringify(image)}, which is from no approved place. Copy it into ECR, or approve its place.`,
                        pod.owner,
                    );
            }),
        );
    },
});

function escaped(place: string): string {
    return place.replace(/[.+?^${}()|[\]\\]/g, "\\$&").replaceAll("*", "[^/]*");
}
