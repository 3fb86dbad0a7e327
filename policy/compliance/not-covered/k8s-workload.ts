import type { NotCovered } from "../../not-covered";

export const k8sWorkloadNotCovered: readonly NotCovered[] = [
    {
        id: "CIS-EKS-1.8.0/4.4.1",
        why: "The vendor's images read their secrets from environment variables; files would reach nobody.",
    },
    {
        id: "CIS-EKS-1.8.0/4.4.2",
        why: "Checked by no-secrets-in-plain-values, which looks at every value of every release, and by required-secrets-exist.",
    },
    {
        id: "CKV_K8S_43",
        why: "The vendor publishes tags and no digests; k8s-container-require-fixed-image refuses latest, and a repository in ECR with immutable tags makes a tag as good as a digest.",
    },
    {
        id: "EKS-BPG/reliability/resource-quotas",
        why: "The namespace holds one release, whose replicas are bounded by its own scalers; a quota would be a second place for the same numbers and would stop a rollout when they differ.",
    },
    {
        id: "CKV_K8S_40",
        why: "Which users the vendor's images know is not documented, and curl's is 100; what counts is that it is not root, which is enforced.",
    },
    {
        id: "CKV_K8S_15",
        why: "Always asks the registry at every start and lets no pod start while it is away; tags are fixed, so what the node has is what the registry has.",
    },
];
