import * as iam from "@pulumi/aws/iam";
import * as pulumi from "@pulumi/pulumi";
import { podIdentityTrust, policyDocument } from "../iam/policy-document";
import { serviceAccountName, type Tier } from "./tiers";

export interface TierRolesArgs {
    /** Tiers that get a role: the enabled ones that call AWS (`callsAws`). */
    readonly tiers: readonly Tier[];
    /** Namespace of the release. */
    readonly namespace: string;
    readonly accountId: string;
}

/** The role of one tier, still without permissions. */
export interface TierRole {
    readonly tier: Tier;
    readonly arn: pulumi.Output<string>;
    readonly name: pulumi.Output<string>;
}

/**
 * One role per tier, nothing more: a store's resource policy can name the roles (the search domain's does) while neither a store, whose
 * ARN the permissions need, nor the cluster exists. `WorkloadIdentity` gives them permissions and pods.
 */
export class TierRoles extends pulumi.ComponentResource {
    readonly roles: readonly TierRole[];

    constructor(name: string, args: TierRolesArgs, opts?: pulumi.ComponentResourceOptions) {
        super("kaireon:app:TierRoles", name, {}, opts);

        this.roles = args.tiers.map((tier) => {
            const account = serviceAccountName(tier);
            const role = new iam.Role(
                `${name}-${tier}`,
                {
                    description: `Pods of the service account ${args.namespace}/${account}`,
                    assumeRolePolicy: policyDocument([podIdentityTrust(args.namespace, account, args.accountId)]),
                },
                { parent: this },
            );
            return { tier, arn: role.arn, name: role.name };
        });

        this.registerOutputs({ arns: this.roles.map(({ arn }) => arn) });
    }

    /** ARNs of the roles of `tiers`, in the order of the overlay's table; tiers without a role are left out. */
    arns(tiers: readonly Tier[]): pulumi.Output<string>[] {
        return this.roles.filter(({ tier }) => tiers.includes(tier)).map(({ arn }) => arn);
    }
}
