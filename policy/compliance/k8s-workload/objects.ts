import type { View } from "../../graph/view";
import { objectControls } from "../../kubernetes-control";
import { satisfying } from "../../list-requirement";
import { given, matching, noneOf } from "../../requirement";

const PAGE = "https://kubernetes.io/docs/concepts";

/** Rules about objects as a whole, budgets, volumes and configuration among them. */
export const objectsControls = [
    ...objectControls(
        ["kubernetes:core/v1:Pod"],
        [
            {
                id: "k8s-pod-disallow-bare-pod",
                title: "No pod stands alone",
                property: ["metadata", "annotations", "helm.sh/hook"],
                must: given("the mark of one of Helm's hooks"),
                severity: "critical",
                controls: ["kubernetes-core-v1-pod-disallow-pod"],
                why: "A pod that nothing owns is gone with its node, and nobody makes it anew.",
                fix: "Use a Deployment, Job or CronJob.",
                links: [`${PAGE}/workloads/`],
                violatedBy: null,
            },
        ],
    ),
    ...objectControls(
        [
            "kubernetes:apps/v1:Deployment",
            "kubernetes:apps/v1:StatefulSet",
            "kubernetes:apps/v1:DaemonSet",
            "kubernetes:batch/v1:Job",
            "kubernetes:batch/v1:CronJob",
            "kubernetes:core/v1:Pod",
        ],
        [
            {
                id: "k8s-workload-disallow-default-namespace",
                title: "Workloads are in namespaces of their own",
                property: "metadata.namespace",
                must: noneOf("default", "kube-system"),
                absentIs: "default",
                severity: "medium",
                controls: ["CIS-EKS-1.8.0/4.5.2", "AVD-KSV-0037"],
                why: "Roles, quotas, network policies and the Pod Security level belong to a namespace; there they are nobody's.",
                fix: "Set metadata.namespace to the platform's namespace.",
                links: [`${PAGE}/overview/working-with-objects/namespaces/`],
                violatedBy: "default",
            },
            {
                id: "k8s-workload-require-stable-api",
                title: "Workloads use a stable version of the API",
                property: "apiVersion",
                must: matching(/(^|\/)v\d+$/, "a version without alpha or beta"),
                severity: "low",
                controls: ["AVD-KSV-0107"],
                why: "Beta versions are taken away with a later version of Kubernetes, and the object can no longer be changed.",
                fix: "Use the version v1 of the kind.",
                links: ["https://kubernetes.io/docs/reference/using-api/deprecation-guide/"],
                violatedBy: "apps/v1beta2",
            },
        ],
    ),
    ...objectControls(
        ["kubernetes:apps/v1:Deployment", "kubernetes:apps/v1:StatefulSet", "kubernetes:batch/v1:CronJob"],
        [
            {
                id: "k8s-workload-require-recommended-labels",
                title: "Workloads say what they are part of",
                property: ["metadata", "labels", "app.kubernetes.io/name"],
                must: given(),
                severity: "low",
                controls: ["kubernetes-apps-v1-deployment-configure-recommended-labels"],
                level: { is: "advisory", because: "Nothing breaks without labels." },
                why: "Tools and people cannot tell to whom an object belongs.",
                fix: "Set the label app.kubernetes.io/name, and those for instance and component.",
                links: [`${PAGE}/overview/working-with-objects/common-labels/`],
                violatedBy: null,
            },
        ],
    ),
    ...objectControls(
        ["kubernetes:policy/v1:PodDisruptionBudget"],
        [
            {
                id: "k8s-disruption-budget-allow-unavailable",
                title: "Disruption budgets let a pod go",
                property: "spec.maxUnavailable",
                must: satisfying("something other than 0", (place) => !/^0%?$/.test(place.text() ?? "")),
                severity: "high",
                controls: ["kubernetes-policy-v1-poddisruptionbudget-disallow-zero-voluntary-disruption"],
                why: "No node with such a pod can be drained: updates of the cluster stand still.",
                fix: "Set maxUnavailable to 1.",
                links: [`${PAGE}/workloads/pods/disruptions/`],
                violatedBy: 0,
            },
            {
                id: "k8s-disruption-budget-allow-below-all",
                title: "Disruption budgets do not want all pods",
                property: "spec.minAvailable",
                must: satisfying("less than 100%", (place) => place.text() !== "100%"),
                severity: "high",
                controls: ["kubernetes-policy-v1-poddisruptionbudget-disallow-zero-voluntary-disruption"],
                why: "No node with such a pod can be drained: updates of the cluster stand still.",
                fix: "Set maxUnavailable to 1 in its place.",
                links: [`${PAGE}/workloads/pods/disruptions/`],
                violatedBy: "100%",
            },
        ],
    ),
    ...objectControls(
        ["kubernetes:storage.k8s.io/v1:StorageClass"],
        [
            {
                id: "k8s-storage-class-require-encryption",
                title: "Volumes that Kubernetes makes are encrypted",
                property: "parameters.encrypted",
                must: satisfying('"true"', (place) => place.text() === "true"),
                absentIs: "false",
                when: ({ properties }) => /(^|\.)ebs\./.test(properties.text("provisioner") ?? ""),
                severity: "medium",
                controls: ["EC2.3"],
                why: "A claim's data would lie on disk in plain.",
                fix: 'Set parameters.encrypted to "true".',
                links: ["https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-3"],
                violatedBy: "false",
            },
        ],
    ),
    ...objectControls(
        ["kubernetes:core/v1:ConfigMap"],
        [
            {
                id: "k8s-config-map-disallow-credentials",
                title: "ConfigMaps hold no credential",
                property: "data",
                must: satisfying("a map without credentials", (data) => !data.names().some(isCredentialIn(data))),
                severity: "high",
                controls: ["C-0012"],
                why: "ConfigMaps are read by whoever may look at the namespace, and are encrypted nowhere.",
                fix: "Move it into Secrets Manager and an ExternalSecret.",
                links: [`${PAGE}/configuration/configmap/`],
                violatedBy: { DATABASE_URL: "postgresql://app:hunter2@db.example.com/app" },
            },
        ],
    ),
];

const CREDENTIAL_NAME = /(^|_)(PASSWORD|PASSWD|SECRET|TOKEN|API_KEY|PRIVATE_KEY|ACCESS_KEY|ENCRYPTION_KEY|PEPPER)$/i;
/** A password in a URL, a private key, an access key of AWS. */
const CREDENTIAL = /:\/\/[^/\s:@]*:[^/\s@]+@|-----BEGIN [A-Z ]*PRIVATE KEY-----|\b(AKIA|ASIA)[A-Z0-9]{16}\b/;

function isCredentialIn(data: View): (name: string) => boolean {
    return (name) => {
        const value = data.text([name]) ?? "";
        return CREDENTIAL.test(value) || (CREDENTIAL_NAME.test(name) && value !== "");
    };
}
