import type { Samples } from "../../test/policy/cases";

const LABELS = { "app.kubernetes.io/name": "kaireon", "app.kubernetes.io/component": "api" };
const metadata = { name: "sample", namespace: "kaireon", labels: LABELS };
const GROUP = "rbac.authorization.k8s.io";

const spec = {
    serviceAccountName: "sample",
    automountServiceAccountToken: false,
    securityContext: { runAsNonRoot: true, runAsUser: 1001, seccompProfile: { type: "RuntimeDefault" } },
    topologySpreadConstraints: [{ topologyKey: "topology.kubernetes.io/zone", maxSkew: 1 }],
    containers: [
        {
            name: "api",
            image: "123456789012.dkr.ecr.eu-west-1.amazonaws.com/kaireon-api:1.2.3",
            ports: [{ containerPort: 3000 }],
            env: [{ name: "PORT", value: "3000" }],
            resources: { requests: { cpu: "2", memory: "4Gi" }, limits: { cpu: "4", memory: "8Gi" } },
            livenessProbe: { httpGet: { path: "/api/health", port: 3000 } },
            readinessProbe: { httpGet: { path: "/api/ready", port: 3000 } },
            securityContext: {
                allowPrivilegeEscalation: false,
                readOnlyRootFilesystem: true,
                capabilities: { drop: ["ALL"] },
            },
        },
    ],
    volumes: [{ name: "tmp", emptyDir: {} }],
};

const rules = [{ apiGroups: [""], resources: ["configmaps"], verbs: ["get"] }];

/** Objects that satisfy all rows. */
export const samples: Samples = {
    inputs: {
        "kubernetes:apps/v1:Deployment": {
            apiVersion: "apps/v1",
            kind: "Deployment",
            metadata,
            spec: {
                replicas: 3,
                selector: { matchLabels: { ...LABELS } },
                template: { metadata: { labels: { ...LABELS } }, spec },
            },
        },
        "kubernetes:helm.sh/v3:Release": {
            chart: "another-chart",
            namespace: "kaireon",
            atomic: true,
            createNamespace: false,
        },
        "kubernetes:core/v1:Pod": {
            apiVersion: "v1",
            kind: "Pod",
            metadata: { ...metadata, annotations: { "helm.sh/hook": "test" } },
            spec,
        },
        "kubernetes:policy/v1:PodDisruptionBudget": {
            apiVersion: "policy/v1",
            kind: "PodDisruptionBudget",
            metadata,
            spec: { maxUnavailable: 1, selector: { matchLabels: { ...LABELS } } },
        },
        "kubernetes:storage.k8s.io/v1:StorageClass": {
            apiVersion: "storage.k8s.io/v1",
            kind: "StorageClass",
            metadata: { name: "sample" },
            provisioner: "ebs.csi.aws.com",
            parameters: { type: "gp3", encrypted: "true" },
        },
        "kubernetes:core/v1:ConfigMap": { apiVersion: "v1", kind: "ConfigMap", metadata, data: { PORT: "3000" } },
        "kubernetes:core/v1:Service": {
            apiVersion: "v1",
            kind: "Service",
            metadata,
            spec: { type: "ClusterIP", selector: { ...LABELS }, ports: [{ port: 3000 }] },
        },
        "kubernetes:core/v1:Namespace": {
            apiVersion: "v1",
            kind: "Namespace",
            metadata: { name: "sample", labels: { "pod-security.kubernetes.io/enforce": "restricted" } },
        },
        "kubernetes:networking.k8s.io/v1:NetworkPolicy": {
            apiVersion: "networking.k8s.io/v1",
            kind: "NetworkPolicy",
            metadata,
            spec: {
                podSelector: {},
                policyTypes: ["Ingress", "Egress"],
                ingress: [{ from: [{ podSelector: {} }] }],
                egress: [{ to: [{ ipBlock: { cidr: "10.64.0.0/16" } }] }],
            },
        },
        "kubernetes:networking.k8s.io/v1:Ingress": {
            apiVersion: "networking.k8s.io/v1",
            kind: "Ingress",
            metadata: {
                ...metadata,
                annotations: {
                    "alb.ingress.kubernetes.io/scheme": "internal",
                    "alb.ingress.kubernetes.io/ssl-redirect": "443",
                    "alb.ingress.kubernetes.io/listen-ports": '[{"HTTP": 80}, {"HTTPS": 443}]',
                    "alb.ingress.kubernetes.io/certificate-arn": "arn:aws:acm:eu-west-1:123456789012:certificate/0",
                    "alb.ingress.kubernetes.io/ssl-policy": "ELBSecurityPolicy-TLS13-1-2-2021-06",
                    "alb.ingress.kubernetes.io/load-balancer-attributes":
                        "routing.http.drop_invalid_header_fields.enabled=true",
                },
            },
            spec: { ingressClassName: "alb" },
        },
        [`kubernetes:${GROUP}/v1:ClusterRole`]: { kind: "ClusterRole", metadata: { name: "sample" }, rules },
        [`kubernetes:${GROUP}/v1:ClusterRoleBinding`]: {
            kind: "ClusterRoleBinding",
            metadata: { name: "sample" },
            roleRef: { apiGroup: GROUP, kind: "ClusterRole", name: "view" },
            subjects: [],
        },
    },
    also: {
        "k8s-container-require-fixed-image": {
            "k8s-container-limit-registries": "the registry is none of the approved",
        },
        "k8s-workload-disallow-default-namespace": {
            "k8s-deployment-require-disruption-budget": "the budget stays in the other namespace",
            "k8s-workload-require-network-policy": "the policy stays in the other namespace",
        },
        "k8s-config-map-disallow-credentials": {
            "no-secrets-in-plain-values": "it looks at every text of every resource",
        },
    },
};
