import type * as pulumi from "@pulumi/pulumi";
import type { TierRoles } from "../infra/app/tier-roles";
import type { AlarmTopic } from "../infra/data/alarm-topic";
import type { Backend, StorePlacement } from "../infra/data/backend";
import type { NetworkPlacement } from "../infra/network/placement";
import type { Account } from "./account";
import type { StackConfig } from "./config";
import type { BuiltStore, ClusterAccess } from "./stores/store-choice";

/** The data plane: one backend for each selector of the chart. */
export interface Stores {
    readonly backends: readonly Backend[];
    /** Host of the PostgreSQL writer, built or given. */
    readonly writerEndpoint: pulumi.Input<string>;
    /** Does what must be done in the cluster before pods can use the stores. */
    readonly admit: (cluster: ClusterAccess) => readonly pulumi.Resource[];
}

export interface StoreSurroundings extends Account {
    readonly network: NetworkPlacement;
    /** The security group of the nodes. */
    readonly nodeGroup: { readonly id: pulumi.Input<string> };
    readonly alarms: AlarmTopic;
    readonly protect: boolean;
}

/** Builds what the selectors name, side by side: no store waits for another or for the cluster. */
export function buildStores(config: StackConfig, surroundings: StoreSurroundings, roles: TierRoles): Stores {
    const { network, nodeGroup, alarms, ...account } = surroundings;
    const placement: StorePlacement = {
        ...account,
        vpcId: network.vpcId,
        subnets: network.dataSubnets,
        clientSecurityGroupId: nodeGroup.id,
        alarmTopicArn: alarms.arn,
        logRetentionDays: config.cluster.logRetentionDays,
    };
    const built: readonly BuiltStore[] = config.stores.map(({ choice, context }) =>
        choice.build({ ...context, placement, roles }),
    );
    return {
        backends: built.map(({ backend }) => backend),
        writerEndpoint: built.flatMap(({ writerEndpoint }) => writerEndpoint ?? [])[0] ?? "",
        admit: (cluster) => built.flatMap(({ admit }) => admit?.(cluster) ?? []),
    };
}
