import type { Input, Output, Resource } from "@pulumi/pulumi";
import type { ChartValues } from "../app/chart-values";
import type { Tier } from "../app/tiers";
import type { Statement } from "../iam/policy-document";
import type { ZonedSubnet } from "../network/placement";

/** Where a data store is placed and how it is guarded; the same for every store of a stack. */
export interface StorePlacement {
    readonly vpcId: Input<string>;
    /** One isolated subnet per zone. */
    readonly subnets: readonly ZonedSubnet[];
    /** The security group that the nodes of the application's pods carry: the only one that a store admits. */
    readonly clientSecurityGroupId: Input<string>;
    readonly region: string;
    readonly accountId: string;
    readonly partition: string;
    /** Begins the few physical names that neither AWS nor the provider generates; differs between stacks of an account: `kaireon-large`. */
    readonly namePrefix: string;
    /** Pulumi's `protect` and AWS's deletion protection on what holds data, and a snapshot when it is deleted. Default in a stack: true. */
    readonly protect: boolean;
    /** SNS topic that alarms go to. */
    readonly alarmTopicArn: Input<string>;
    /** How long CloudWatch keeps the store's logs, in days. */
    readonly logRetentionDays: number;
}

/** What tiers may do on a store. */
export interface TierGrant {
    readonly tiers: readonly Tier[];
    readonly statements: readonly Statement[];
}

/** One value of one selector of the overlay, built: everything that the rest of the program needs of it. */
export interface Backend {
    /**
     * The fragment of the chart's values that points the pods at the store, with the variable that selects it (`config.EVENT_PUBLISHER` and
     * the like) said outright: an alias that a template left out would fall back to its default in silence.
     */
    readonly values: ChartValues;
    /** IAM permissions, tier by tier; empty for stores that authenticate by password. */
    readonly grants: readonly TierGrant[];
    /** Ports that pods connect to in the data subnets. */
    readonly ports: readonly number[];
    /** Secrets Manager secrets that External Secrets must read for the pods. */
    readonly secretArns: readonly Output<string>[];
    /** Keys that encrypt those secrets: External Secrets must be allowed to decrypt with them. */
    readonly secretKeyArns: readonly Output<string>[];
    /**
     * What must exist before a pod can use the store: members, network rules, topics, secret versions. The release depends on these and
     * not on the component, which would make it wait for alarms too.
     */
    readonly ready: readonly Resource[];
}

/** A store for which nothing is built and nothing allowed: it is given, or another one takes its place. */
export const NOTHING_BUILT: Omit<Backend, "values"> = {
    grants: [],
    ports: [],
    secretArns: [],
    secretKeyArns: [],
    ready: [],
};
