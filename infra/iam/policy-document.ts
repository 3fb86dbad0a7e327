import * as pulumi from "@pulumi/pulumi";

/** One statement of an identity or resource policy, in IAM's own spelling. */
export interface Statement {
    readonly Sid?: string;
    readonly Effect: "Allow" | "Deny";
    readonly Principal?: "*" | Readonly<Record<string, pulumi.Input<string> | readonly pulumi.Input<string>[]>>;
    readonly Action: string | readonly string[];
    readonly Resource?: pulumi.Input<string> | readonly pulumi.Input<string>[];
    readonly Condition?: Readonly<Record<string, Readonly<Record<string, pulumi.Input<string | readonly string[]>>>>>;
}

/** The JSON of a policy document. Takes Outputs: `JSON.stringify` would serialise their error text instead. */
export function policyDocument(statements: readonly Statement[]): pulumi.Output<string> {
    return pulumi.jsonStringify({ Version: "2012-10-17", Statement: statements });
}

/** Any pod of this account's clusters, through the EKS Pod Identity agent. Prefer `podIdentityTrust`, which names the pod. */
export const POD_IDENTITY_TRUST: Statement = {
    Effect: "Allow",
    Principal: { Service: "pods.eks.amazonaws.com" },
    Action: ["sts:AssumeRole", "sts:TagSession"],
};

/**
 * Who may assume a pod's role: the EKS Pod Identity agent, for one service account of one namespace. The agent sends both as session
 * tags (an association with `disableSessionTags` could not assume the role). The cluster is not named: roles exist before it.
 * https://docs.aws.amazon.com/eks/latest/userguide/pod-id-role.html
 *
 * @param accountId account of the cluster: no other account's cluster can have the service assume the role
 */
export function podIdentityTrust(namespace: string, serviceAccount: string, accountId?: string): Statement {
    return {
        ...POD_IDENTITY_TRUST,
        Condition: {
            StringEquals: {
                ...(accountId === undefined ? {} : { "aws:SourceAccount": accountId }),
                "aws:RequestTag/kubernetes-namespace": namespace,
                "aws:RequestTag/kubernetes-service-account": serviceAccount,
            },
        },
    };
}
