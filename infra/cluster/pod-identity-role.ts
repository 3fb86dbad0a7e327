import * as eks from "@pulumi/aws/eks";
import * as iam from "@pulumi/aws/iam";
import * as pulumi from "@pulumi/pulumi";
import { podIdentityTrust, policyDocument, type Statement } from "../iam/policy-document";

export interface PodIdentityRoleArgs {
    readonly clusterName: pulumi.Input<string>;
    /** Kubernetes namespace of the service account; neither has to exist yet. */
    readonly namespace: string;
    readonly serviceAccount: string;
    /** Account of the cluster. */
    readonly accountId: string;
    /** What the pods may do. With none, the role gets no policy of its own. Default: none. */
    readonly statements?: readonly Statement[];
    /** Managed policies to attach, by a name that stays the same. Default: none. */
    readonly managedPolicyArns?: Readonly<Record<string, pulumi.Input<string>>>;
}

/** The IAM role of one Kubernetes service account, given to its pods by the EKS Pod Identity agent. */
export class PodIdentityRole extends pulumi.ComponentResource {
    readonly roleArn: pulumi.Output<string>;
    readonly roleName: pulumi.Output<string>;
    /** Waits for the role's policies too: pods that start after it have their credentials and permissions. */
    readonly association: eks.PodIdentityAssociation;

    constructor(name: string, args: PodIdentityRoleArgs, opts?: pulumi.ComponentResourceOptions) {
        super("kaireon:cluster:PodIdentityRole", name, {}, opts);
        const child = { parent: this };

        const role = new iam.Role(
            name,
            {
                assumeRolePolicy: policyDocument([
                    podIdentityTrust(args.namespace, args.serviceAccount, args.accountId),
                ]),
                description: `Pods of service account ${args.serviceAccount} in namespace ${args.namespace}`,
            },
            child,
        );
        const policies = createPolicies(name, args, role, child);
        this.association = new eks.PodIdentityAssociation(
            `${name}-association`,
            {
                clusterName: args.clusterName,
                namespace: args.namespace,
                serviceAccount: args.serviceAccount,
                roleArn: role.arn,
            },
            // Credentials are handed out from here on; without its permissions the pod would start with denials.
            { ...child, dependsOn: policies },
        );

        this.roleArn = role.arn;
        this.roleName = role.name;
        this.registerOutputs({ roleArn: this.roleArn });
    }
}

function createPolicies(
    name: string,
    args: PodIdentityRoleArgs,
    role: iam.Role,
    child: pulumi.CustomResourceOptions,
): pulumi.Resource[] {
    const managed = Object.entries(args.managedPolicyArns ?? {}).map(
        ([key, policyArn]) => new iam.RolePolicyAttachment(`${name}-${key}`, { role: role.name, policyArn }, child),
    );
    const { statements = [] } = args;
    if (statements.length === 0) return managed;
    const inline = new iam.RolePolicy(`${name}-policy`, { role: role.name, policy: policyDocument(statements) }, child);
    return [...managed, inline];
}
