import type * as pulumi from "@pulumi/pulumi";
import { existingNetwork } from "../infra/network/existing-vpc";
import type { NetworkPlacement } from "../infra/network/placement";
import { Vpc } from "../infra/network/vpc";
import type { Account } from "./account";
import type { StackConfig } from "./config";

/** A place for the platform, and what its nodes must wait for to reach the internet. */
export interface Network extends NetworkPlacement {
    readonly egress: readonly pulumi.Resource[];
}

/** The VPC of the stack: its own, or the one that `kaireon:network.existing` names. */
export function placeNetwork(config: StackConfig, account: Account): Network {
    const { cidr, natGateways, interfaceEndpoints, flowLogRetentionDays, existing } = config.network;
    if (existing !== undefined) return { ...existingNetwork({ ...existing, zones: config.zones }), egress: [] };
    const storeEndpoints = config.stores.flatMap(({ choice }) => choice.endpoints ?? []);
    return new Vpc("network", {
        cidr,
        subnets: config.subnets,
        natGateways,
        interfaceEndpoints,
        storeEndpoints,
        flowLogRetentionDays,
        ...account,
    });
}
