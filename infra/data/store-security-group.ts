import * as ec2 from "@pulumi/aws/ec2";
import * as vpc from "@pulumi/aws/vpc";
import * as pulumi from "@pulumi/pulumi";
import type { StorePlacement } from "./backend";

export interface StoreSecurityGroupArgs {
    readonly placement: Pick<StorePlacement, "vpcId" | "clientSecurityGroupId">;
    /** The store in a word or two, for the descriptions. */
    readonly store: string;
    readonly port: number;
}

/**
 * The security group of a store: admits the nodes of the application's pods on one port, and nobody else.
 *
 * No rule lets anything out: the stores answer (security groups are stateful), and talk among their own members over the service's
 * network, not over the interfaces that they have in this VPC.
 */
export class StoreSecurityGroup extends pulumi.ComponentResource {
    readonly id: pulumi.Output<string>;
    /** Until this rule exists no pod reaches the store. */
    readonly rule: vpc.SecurityGroupIngressRule;

    constructor(name: string, args: StoreSecurityGroupArgs, opts?: pulumi.ComponentResourceOptions) {
        super("kaireon:data:StoreSecurityGroup", name, {}, opts);
        const child = { parent: this };

        const group = new ec2.SecurityGroup(
            name,
            { vpcId: args.placement.vpcId, description: `${args.store}: pods of the platform only` },
            child,
        );
        this.rule = new vpc.SecurityGroupIngressRule(
            `${name}-from-pods`,
            {
                securityGroupId: group.id,
                referencedSecurityGroupId: args.placement.clientSecurityGroupId,
                ipProtocol: "tcp",
                fromPort: args.port,
                toPort: args.port,
                description: `Nodes of the platform to ${args.store}`,
            },
            child,
        );

        this.id = group.id;
        this.registerOutputs({ id: this.id });
    }
}
