import { objectControls } from "../../kubernetes-control";
import { equalTo, noneOf } from "../../requirement";

const PAGE = "https://www.pulumi.com/registry/packages/kubernetes/api-docs/helm/v3/release/";

/** Rules about Helm releases of any chart. */
export const releaseControls = objectControls(
    ["kubernetes:helm.sh/v3:Release"],
    [
        {
            id: "helm-release-require-atomic",
            title: "A release that fails goes back to what was there",
            property: "atomic",
            must: equalTo(true),
            absentIs: false,
            severity: "medium",
            controls: ["REL08-BP05"],
            why: "Half of a new version stays beside half of the old one, and the next run begins from there.",
            fix: "Set atomic to true.",
            links: [PAGE],
            violatedBy: false,
        },
        {
            id: "helm-release-disallow-creating-namespace",
            title: "Namespaces are resources of the program",
            property: "createNamespace",
            must: equalTo(false),
            absentIs: false,
            severity: "medium",
            controls: ["PSS/admission"],
            why: "A namespace that Helm makes has no labels: the API server admits privileged pods into it.",
            fix: "Make a Namespace with the label pod-security.kubernetes.io/enforce, and leave createNamespace out.",
            links: [PAGE],
            violatedBy: true,
        },
        {
            id: "helm-release-disallow-default-namespace",
            title: "Releases are in namespaces of their own",
            property: "namespace",
            must: noneOf("default"),
            absentIs: "default",
            severity: "medium",
            controls: ["CIS-EKS-1.8.0/4.5.2", "CIS-EKS-1.8.0/4.5.1"],
            why: "Roles, quotas, network policies and the Pod Security level belong to a namespace; there they are nobody's.",
            fix: "Set namespace to one that the program makes.",
            links: [PAGE],
            violatedBy: "default",
        },
    ],
);
