import { SERVERS } from "../graph/pods";
import { podControls } from "../kubernetes-control";
import { leftOutOr } from "../list-requirement";
import { equalTo, given, matching, noneOf } from "../requirement";
import { objectsControls } from "./k8s-workload/objects";
import { podSecurityControls } from "./k8s-workload/pod-security";
import { releaseControls } from "./k8s-workload/releases";

const PAGE = "https://kubernetes.io/docs/concepts";
const PROBES = "https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/";

/** Pods of registered workloads, and through `npm run policy:chart` those of the chart. */
export const k8sWorkloadControls = [
    ...podSecurityControls,
    ...objectsControls,
    ...releaseControls,
    ...podControls([
        {
            id: "k8s-pod-disallow-default-service-account",
            title: "Pods run as a service account of their own",
            of: "pod",
            property: "serviceAccountName",
            must: noneOf("default"),
            absentIs: "default",
            severity: "high",
            controls: ["CIS-EKS-1.8.0/4.1.5"],
            why: "Whatever one pod of the namespace is allowed, with the default account all are.",
            fix: "Set serviceAccountName to an account that only this workload uses.",
            links: [`${PAGE}/security/service-accounts/`],
            violatedBy: "default",
        },
        {
            id: "k8s-pod-disallow-service-account-token",
            title: "Pods carry no token of the Kubernetes API",
            of: "pod",
            property: "automountServiceAccountToken",
            must: equalTo(false),
            // The account may say otherwise, but the pod's own word goes before it and stands in one place.
            absentIs: true,
            severity: "high",
            controls: ["CIS-EKS-1.8.0/4.1.6", "C-0034"],
            why: "Who takes over the pod could ask the API server in its name; EKS Pod Identity and IRSA bring tokens of their own.",
            fix: "Set automountServiceAccountToken to false in the pod; a workload that does call the API is exempted in the pack's config.",
            links: [`${PAGE}/security/service-accounts/`],
            violatedBy: true,
        },
        {
            id: "k8s-container-require-cpu-request",
            title: "Containers request CPU",
            of: "container",
            property: "resources.requests.cpu",
            must: given(),
            severity: "medium",
            controls: ["CKV_K8S_10"],
            why: "Without a request the scheduler packs the node blindly, and an autoscaler's CPU target has no base.",
            fix: "Set resources.requests.cpu.",
            links: [`${PAGE}/configuration/manage-resources-containers/`],
            violatedBy: null,
        },
        {
            id: "k8s-container-require-memory-request",
            title: "Containers request memory",
            of: "container",
            property: "resources.requests.memory",
            must: given(),
            severity: "medium",
            controls: ["CKV_K8S_12"],
            why: "Pods without a request are the first to be evicted, and nodes run out of memory.",
            fix: "Set resources.requests.memory.",
            links: [`${PAGE}/configuration/manage-resources-containers/`],
            violatedBy: null,
        },
        {
            id: "k8s-container-require-memory-limit",
            title: "Containers have a memory limit",
            of: "container",
            property: "resources.limits.memory",
            must: given(),
            severity: "high",
            controls: ["C-0271"],
            why: "One leak takes the node's memory and other pods with it.",
            fix: "Set resources.limits.memory.",
            links: [`${PAGE}/configuration/manage-resources-containers/`],
            violatedBy: null,
        },
        {
            id: "k8s-container-require-cpu-limit",
            title: "Containers have a CPU limit",
            of: "container",
            property: "resources.limits.cpu",
            must: given(),
            severity: "high",
            controls: ["C-0270"],
            level: {
                is: "advisory",
                because:
                    "A CPU limit costs a path that answers requests its latency: throttled although the node is idle.",
            },
            why: "A loop that spins takes the CPU that other pods of the node did not request.",
            fix: "Set resources.limits.cpu.",
            links: [`${PAGE}/configuration/manage-resources-containers/`],
            violatedBy: null,
        },
        {
            id: "k8s-container-require-liveness-probe",
            title: "Servers that listen are restarted when they hang",
            of: "container",
            property: "livenessProbe",
            must: given(),
            when: (pod, container) => SERVERS.includes(pod.owner.type) && container.items("ports").length > 0,
            severity: "medium",
            controls: ["CKV_K8S_8", "REL11-BP01"],
            why: "A process that hangs without ending stays in service. One that listens on nothing has no endpoint to ask.",
            fix: "Set livenessProbe; for KaireonAI's images the paths are /api/health and, for the ML worker, /health.",
            links: [PROBES],
            violatedBy: null,
        },
        {
            id: "k8s-container-require-readiness-probe",
            title: "Servers that listen get requests only when they are ready",
            of: "container",
            property: "readinessProbe",
            must: given(),
            when: (pod, container) => SERVERS.includes(pod.owner.type) && container.items("ports").length > 0,
            severity: "medium",
            controls: ["CKV_K8S_9", "REL11-BP01"],
            why: "Requests reach a pod that is starting or has lost its database, and fail.",
            fix: "Set readinessProbe; for KaireonAI's images the paths are /api/ready and, for the ML worker, /health.",
            links: [PROBES],
            violatedBy: null,
        },
        {
            id: "k8s-container-require-fixed-image",
            title: "Images are named by a version or digest",
            of: "container",
            property: "image",
            must: matching(
                /(@sha256:[0-9a-f]{64}|:(?!latest$)[A-Za-z0-9_][\w.-]*)$/,
                "an image with a tag other than latest, or a digest",
            ),
            severity: "medium",
            controls: ["CKV_K8S_14"],
            why: "Two nodes would run different code under one name, and a rollback brings nothing back.",
            fix: "Name the release's tag or digest.",
            links: [`${PAGE}/containers/images/`],
            violatedBy: "registry.example.com:5000/kaireon-api",
        },
        {
            id: "k8s-container-disallow-privileged-port",
            title: "Containers listen on ports from 1024 up",
            of: "container",
            property: "ports",
            must: {
                text: "a list in which every containerPort is at least 1024",
                holds: (place) => place.items().every((port) => (port.number("containerPort") ?? 0) >= 1024),
            },
            severity: "medium",
            controls: ["AVD-KSV-0117"],
            why: "A lower port needs a capability that restricted pods do not have.",
            fix: "Listen on another port; the Service may still be reached on the low one.",
            links: ["https://avd.aquasec.com/misconfig/kubernetes/general/avd-ksv-0117/"],
            violatedBy: [{ containerPort: 80 }],
        },
        {
            id: "k8s-container-disallow-credential-in-environment",
            title: "Environment variables hold no credential in plain text",
            of: "container",
            property: "env",
            must: {
                text: "a list whose variables for secrets come from valueFrom",
                holds: (place) =>
                    place.items().every((entry) => {
                        const isSecret = SECRET_NAME.test(entry.text("name") ?? "");
                        const value = entry.at("value");
                        return !isSecret || value.state === "unknown" || (value.text() ?? "") === "";
                    }),
            },
            severity: "high",
            controls: ["C-0012"],
            why: "Everybody who may read the workload reads the credential, and it stays in the history of releases.",
            fix: "Take it from a Secret, by valueFrom.secretKeyRef or envFrom.",
            links: [`${PAGE}/configuration/secret/`],
            violatedBy: [{ name: "JWT_SIGNING_SECRET", value: "hunter2" }],
        },
        {
            id: "k8s-pod-disallow-root-user",
            title: "Pods do not run as the node's root",
            of: "either",
            property: "securityContext.runAsUser",
            must: leftOutOr({ text: "a user other than 0", holds: (place) => place.number() !== 0 }),
            severity: "low",
            controls: ["PSS/restricted/running-as-non-root-user"],
            why: "User 0 in the container is user 0 on the node for every file that the two share.",
            fix: "Set runAsUser to the number of the image's own user.",
            links: [`${PAGE}/security/pod-security-standards/#restricted`],
            violatedBy: 0,
        },
    ]),
];

/** `PASSWORD`, `DB_PASSWORD`, `API_KEY`, `JWT_SIGNING_SECRET`, `CRON_TOKEN`; not `SECRET_NAME` or `TOKEN_TTL`. */
const SECRET_NAME = /(^|_)(PASSWORD|PASSWD|SECRET|TOKEN|API_KEY|PRIVATE_KEY|ACCESS_KEY|ENCRYPTION_KEY|PEPPER)$/i;
