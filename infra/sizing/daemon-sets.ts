/** A pod that runs on every node and takes its requests out of what the node can allocate. */
export interface DaemonSet {
    readonly name: string;
    /** Requests of one pod, all containers together. */
    readonly cpuMilli: number;
    readonly memoryMib: number;
    /** Whether the pod takes an address of its own rather than the node's. */
    readonly ownAddress: boolean;
    readonly source: string;
}

/** What every node runs; all of them tolerate the tiers' taints. */
export const DAEMON_SETS: readonly DaemonSet[] = [
    {
        name: "aws-node",
        // 25m for the CNI and 25m for the network policy agent beside it.
        cpuMilli: 50,
        memoryMib: 0,
        ownAddress: false,
        source: "https://github.com/aws/amazon-vpc-cni-k8s/blob/master/charts/aws-vpc-cni/values.yaml",
    },
    {
        name: "kube-proxy",
        cpuMilli: 100,
        memoryMib: 0,
        ownAddress: false,
        source: "requests of the EKS add-on's DaemonSet, https://docs.aws.amazon.com/eks/latest/userguide/managing-kube-proxy.html",
    },
    {
        name: "ebs-csi-node",
        // Three containers of 10m and 40 MiB: driver, registrar, liveness probe.
        cpuMilli: 30,
        memoryMib: 120,
        ownAddress: true,
        source: "https://github.com/kubernetes-sigs/aws-ebs-csi-driver/blob/master/charts/aws-ebs-csi-driver/values.yaml",
    },
    {
        name: "eks-pod-identity-agent",
        cpuMilli: 0,
        memoryMib: 0,
        ownAddress: false,
        source: "https://github.com/aws/eks-pod-identity-agent/blob/main/charts/eks-pod-identity-agent/values.yaml",
    },
];
