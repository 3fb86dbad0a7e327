import facts from "./eks.json";

const rows = facts.rows;

/** Pods per node that a managed node group allows, by vCPU; it overrides every other setting. */
export const MAX_PODS_UP_TO_30_VCPU = rows["max-pods.cap.up-to-30-vcpu"].value;
export const MAX_PODS_OVER_30_VCPU = rows["max-pods.cap.over-30-vcpu"].value;
/** Memory at which the kubelet evicts, in MiB. */
export const EVICTION_MEMORY_MIB = rows["eviction-hard.memory-mib"].value;
/** Share of the nominal memory that the hypervisor and the kernel keep; larger than every measured sample of 4 GiB or more. */
export const MEMORY_OVERHEAD = rows["memory-overhead"].value;
export const ARM64_MEMORY_OVERHEAD_MIB = rows["memory-overhead.arm64-mib"].value;
/** Addresses in the prefix that the VPC CNI takes at a time: a contiguous, aligned /28. */
export const PREFIX_ADDRESSES = rows["prefix-size"].value;
/** Addresses that the control plane wants free in each of its subnets. */
export const CONTROL_PLANE_ADDRESSES = rows["cluster.subnet-free-ips"].value;
export const MAX_NODES_PER_GROUP = rows["nodes-per-managed-node-group"].value;
export const MAX_PUBLIC_ACCESS_CIDRS = rows["public-endpoint-cidrs"].value;
/** Addresses of a subnet that AWS keeps: the first four and the last. */
export const SUBNET_RESERVED_ADDRESSES = rows["subnet.reserved-ips"].value;
