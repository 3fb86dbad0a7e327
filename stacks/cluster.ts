import type * as pulumi from "@pulumi/pulumi";
import { AddOns } from "../infra/cluster/add-ons";
import { ControlPlane } from "../infra/cluster/control-plane";
import { NodeGroups } from "../infra/cluster/node-groups";
import { nodePoolPlans } from "../infra/cluster/pools";
import type { Account } from "./account";
import type { StackConfig } from "./config";
import type { Network } from "./network";

/** A cluster that pods can be given to. */
export interface RunningCluster {
    readonly controlPlane: ControlPlane;
    /** Nodes, cluster DNS, metrics and pod identities: what a workload waits for. */
    readonly ready: readonly pulumi.Resource[];
}

/** The cluster with its nodes and the add-ons that need nodes. */
export function createCluster(
    config: StackConfig,
    account: Account,
    network: Network,
    nodeSecurityGroupId: pulumi.Input<string>,
): RunningCluster {
    const controlPlane = new ControlPlane("cluster", {
        ...config.cluster,
        ...account,
        clusterName: account.namePrefix,
        network,
        protect: config.protect,
    });
    const nodes = new NodeGroups("nodes", {
        clusterName: controlPlane.name,
        version: config.cluster.version,
        partition: account.partition,
        pools: nodePoolPlans(config.size.pools, network.privateSubnets),
        securityGroupIds: [controlPlane.clusterSecurityGroupId, nodeSecurityGroupId],
        waitFor: [...controlPlane.nodePrerequisites, ...network.egress],
    });
    const addOns = new AddOns("add-ons", { clusterName: controlPlane.name, ...account, waitFor: nodes.ready });
    return { controlPlane, ready: [...controlPlane.nodePrerequisites, ...nodes.ready, ...addOns.ready] };
}
