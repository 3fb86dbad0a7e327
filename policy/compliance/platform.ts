import type { Policy } from "../policy";
import { acmControls } from "./acm";
import { cloudwatchControls } from "./cloudwatch";
import { ec2Controls } from "./ec2";
import { eksControls } from "./eks";
import { elbControls } from "./elb";
import { k8sNetworkControls } from "./k8s-network";
import { k8sRbacControls } from "./k8s-rbac";
import { k8sWorkloadControls } from "./k8s-workload";
import { wafControls } from "./waf";

/** Cluster, network, identity and workloads; the data stores have lists of their own. */
export const platformPolicies: readonly Policy[] = [
    ...acmControls,
    ...cloudwatchControls,
    ...ec2Controls,
    ...eksControls,
    ...elbControls,
    ...k8sNetworkControls,
    ...k8sRbacControls,
    ...k8sWorkloadControls,
    ...wafControls,
];
