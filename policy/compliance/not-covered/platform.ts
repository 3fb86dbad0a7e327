import type { NotCovered } from "../../not-covered";
import { autoscalingNotCovered } from "./autoscaling";
import { cloudwatchNotCovered } from "./cloudwatch";
import { ec2NotCovered } from "./ec2";
import { eksNotCovered } from "./eks";
import { elbNotCovered } from "./elb";
import { iamNotCovered } from "./iam";
import { k8sWorkloadNotCovered } from "./k8s-workload";
import { waReliabilityNotCovered } from "./wa-reliability";
import { wafNotCovered } from "./waf";

/** Cluster, network, identity and workloads. */
export const platformNotCovered: readonly NotCovered[] = [
    ...autoscalingNotCovered,
    ...cloudwatchNotCovered,
    ...ec2NotCovered,
    ...eksNotCovered,
    ...elbNotCovered,
    ...iamNotCovered,
    ...k8sWorkloadNotCovered,
    ...waReliabilityNotCovered,
    ...wafNotCovered,
];
