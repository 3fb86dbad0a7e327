import type { View } from "../graph/view";
import { objectControls } from "../kubernetes-control";
import { leftOutOr, satisfying } from "../list-requirement";
import type { Severity } from "../policy";
import { noneOf } from "../requirement";

const PAGE = "https://kubernetes.io/docs/concepts/security/rbac-good-practices/";
const GROUP = "kubernetes:rbac.authorization.k8s.io/v1";
const ROLES = [`${GROUP}:ClusterRole`, `${GROUP}:Role`] as const;

const READ = ["get", "list", "watch"];
const MAKE = ["create"];
const ANY: readonly string[] = [];

/** What no role may allow: some verbs (none named: any) on some resources. */
interface Forbidden {
    readonly id: string;
    readonly title: string;
    readonly control: string;
    readonly severity: Severity;
    readonly verbs: readonly string[];
    readonly resources: readonly string[];
    readonly why: string;
    readonly fix: string;
}

const FORBIDDEN: readonly Forbidden[] = [
    {
        id: "k8s-role-disallow-creating-pods",
        title: "Roles do not create pods",
        control: "CIS-EKS-1.8.0/4.1.4",
        severity: "high",
        verbs: MAKE,
        resources: ["pods"],
        why: "Who creates a pod gets every secret and service account of the namespace.",
        fix: "Take create on pods out; let a Deployment or Job make them.",
    },
    {
        id: "k8s-role-disallow-creating-volumes",
        title: "Roles do not create persistent volumes",
        control: "CIS-EKS-1.8.0/4.1.9",
        severity: "medium",
        verbs: MAKE,
        resources: ["persistentvolumes"],
        why: "A volume of type hostPath mounts the node.",
        fix: "Take create on persistentvolumes out; claims are served by the CSI driver.",
    },
    {
        id: "k8s-role-disallow-node-proxy",
        title: "Roles do not reach the kubelet through the API server",
        control: "CIS-EKS-1.8.0/4.1.10",
        severity: "high",
        verbs: ANY,
        resources: ["nodes/proxy"],
        why: "The kubelet runs commands in every pod of the node, past admission and audit.",
        fix: "Take nodes/proxy out; for metrics nodes/metrics is enough.",
    },
    {
        id: "k8s-role-disallow-webhook-configurations",
        title: "Roles do not touch admission webhooks",
        control: "CIS-EKS-1.8.0/4.1.11",
        severity: "critical",
        verbs: ANY,
        resources: ["validatingwebhookconfigurations", "mutatingwebhookconfigurations"],
        why: "A webhook reads and changes every object of the cluster, or lets every one through.",
        fix: "Take the webhook configurations out.",
    },
    {
        id: "k8s-role-disallow-service-account-tokens",
        title: "Roles do not make tokens of service accounts",
        control: "CIS-EKS-1.8.0/4.1.12",
        severity: "high",
        verbs: MAKE,
        resources: ["serviceaccounts/token"],
        why: "With a token one is any service account that the role reaches.",
        fix: "Take create on serviceaccounts/token out.",
    },
];

/** Roles and bindings that are resources of the stack or objects of the rendered chart. */
export const k8sRbacControls = [
    ...objectControls(
        ROLES,
        FORBIDDEN.map(({ control, verbs, resources, ...text }) => ({
            ...text,
            property: "rules",
            must: satisfying(
                `a list that does not allow ${verbs.join(", ") || "anything"} on ${resources.join(", ")}`,
                (rules) => rules.items().every((rule) => !allows(rule, verbs, resources)),
            ),
            controls: [control],
            links: [PAGE],
            violatedBy: [{ apiGroups: ["*"], resources: [resources[0]], verbs: ["create"] }],
        })),
    ),
    ...objectControls(ROLES, [
        {
            id: "k8s-role-disallow-wildcards",
            title: "Roles name what they allow",
            property: "rules",
            must: satisfying('a list without "*" in resources and verbs', (rules) =>
                rules
                    .items()
                    .every(
                        (rule) =>
                            ![...rule.texts("resources"), ...rule.texts("verbs")].some((one) => one.includes("*")),
                    ),
            ),
            severity: "high",
            controls: ["CIS-EKS-1.8.0/4.1.3"],
            why: "A wildcard takes in secrets, and whatever a later version of Kubernetes adds.",
            fix: "Name the resources and verbs.",
            links: [PAGE],
            violatedBy: [{ apiGroups: [""], resources: ["*"], verbs: ["get"] }],
        },
        {
            id: "k8s-role-disallow-escalation",
            title: "Roles do not bind, impersonate or escalate",
            property: "rules",
            must: satisfying("a list without the verbs bind, impersonate and escalate", (rules) =>
                rules.items().every((rule) => !rule.texts("verbs").some((verb) => ESCALATING.includes(verb))),
            ),
            severity: "critical",
            controls: ["CIS-EKS-1.8.0/4.1.8"],
            why: "Each of them gives away rights that one does not have oneself, up to cluster-admin.",
            fix: "Take the verb out.",
            links: [PAGE],
            violatedBy: [
                { apiGroups: ["rbac.authorization.k8s.io"], resources: ["clusterroles"], verbs: ["escalate"] },
            ],
        },
    ]),
    ...objectControls(
        [`${GROUP}:ClusterRole`],
        [
            {
                id: "k8s-cluster-role-disallow-reading-secrets",
                title: "No role reads the secrets of the whole cluster",
                property: "rules",
                must: satisfying("a list that does not allow get, list or watch on secrets", (rules) =>
                    rules.items().every((rule) => !allows(rule, READ, ["secrets"])),
                ),
                severity: "high",
                controls: ["CIS-EKS-1.8.0/4.1.2"],
                why: "The database's password and every other one could be read from any namespace.",
                fix: "Use a Role in the one namespace, with resourceNames.",
                links: [PAGE],
                violatedBy: [{ apiGroups: [""], resources: ["secrets"], verbs: ["list"] }],
            },
        ],
    ),
    ...objectControls(
        [`${GROUP}:ClusterRoleBinding`, `${GROUP}:RoleBinding`],
        [
            {
                id: "k8s-binding-disallow-cluster-admin",
                title: "Nobody is bound to cluster-admin",
                property: "roleRef.name",
                must: leftOutOr(noneOf("cluster-admin")),
                severity: "high",
                controls: ["CIS-EKS-1.8.0/4.1.1"],
                why: "A pod with that role is the cluster; people come in by EKS access entries.",
                fix: "Bind a role that allows what is needed.",
                links: [PAGE],
                violatedBy: "cluster-admin",
            },
        ],
    ),
];

const ESCALATING = ["bind", "impersonate", "escalate"];

/** Wildcards are not taken for the thing: they have a rule of their own. */
function allows(rule: View, verbs: readonly string[], resources: readonly string[]): boolean {
    const isOfVerbs = verbs.length === 0 || rule.texts("verbs").some((verb) => verbs.includes(verb));
    return isOfVerbs && rule.texts("resources").some((resource) => resources.includes(resource));
}
