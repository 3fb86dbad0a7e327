import * as eks from "@pulumi/aws/eks";
import * as iam from "@pulumi/aws/iam";
import * as pulumi from "@pulumi/pulumi";
import type { TierGrant } from "../data/backend";
import { policyDocument, type Statement } from "../iam/policy-document";
import type { TierRole } from "./tier-roles";
import { callsAws, serviceAccountName, type Tier } from "./tiers";

export interface WorkloadIdentityArgs {
    readonly clusterName: pulumi.Input<string>;
    /** Namespace of the release. */
    readonly namespace: string;
    readonly roles: readonly TierRole[];
    /** What the selected backends allow, in the order of the backends. */
    readonly grants: readonly TierGrant[];
}

/**
 * Permissions of the tiers' roles and their association with the tiers' service accounts. The release waits for `ready`: a pod that
 * starts before its association gets no credentials until it is restarted.
 */
export class WorkloadIdentity extends pulumi.ComponentResource {
    readonly ready: readonly pulumi.Resource[];

    constructor(name: string, args: WorkloadIdentityArgs, opts?: pulumi.ComponentResourceOptions) {
        super("kaireon:app:WorkloadIdentity", name, {}, opts);
        const child = { parent: this };
        const lost = tiersWithoutRole(args.grants);
        if (lost.length > 0) {
            const rule =
                "these tiers have no role, so the grant would be lost. Add them to AWS_TIERS in infra/app/tiers.ts.";
            throw new pulumi.ResourceError(`${name}: a store grants permissions to ${lost.join(", ")}; ${rule}`, this);
        }

        this.ready = args.roles.flatMap((role) => {
            const statements = statementsFor(role.tier, args.grants);
            const association = new eks.PodIdentityAssociation(
                `${name}-${role.tier}`,
                {
                    clusterName: args.clusterName,
                    namespace: args.namespace,
                    serviceAccount: serviceAccountName(role.tier),
                    roleArn: role.arn,
                },
                child,
            );
            // A policy of no statements is refused by IAM.
            if (statements.length === 0) return [association];
            const policy = new iam.RolePolicy(
                `${name}-${role.tier}-policy`,
                { role: role.name, policy: policyDocument(statements) },
                child,
            );
            return [association, policy];
        });

        this.registerOutputs({});
    }
}

/** The statements of a tier: those of every grant that names it, in their order. */
export function statementsFor(tier: Tier, grants: readonly TierGrant[]): readonly Statement[] {
    return grants.filter((grant) => grant.tiers.includes(tier)).flatMap((grant) => grant.statements);
}

/** Tiers that a grant names and that never get a role, each once. */
function tiersWithoutRole(grants: readonly TierGrant[]): readonly Tier[] {
    return [...new Set(grants.flatMap(({ tiers }) => tiers).filter((tier) => !callsAws(tier)))];
}
