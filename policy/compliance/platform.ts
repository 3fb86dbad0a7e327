import type { Policy } from "../policy";
import { elbControls } from "./elb";
import { k8sNetworkControls } from "./k8s-network";
import { k8sRbacControls } from "./k8s-rbac";
import { k8sWorkloadControls } from "./k8s-workload";

/** Cluster, network, identity and workloads; the data stores have lists of their own. */
export const platformPolicies: readonly Policy[] = [
    ...elbControls,
    ...k8sNetworkControls,
    ...k8sRbacControls,
    ...k8sWorkloadControls,
];
