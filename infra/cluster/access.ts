import type { AccessEntryArgs } from "@pulumi/eks/types/input";

/**
 * Access entries of the cluster's administrators, keyed by principal. A change of the list touches only the entries that it adds or removes.
 * https://docs.aws.amazon.com/eks/latest/userguide/access-policy-permissions.html
 */
export function administrators(
    principalArns: readonly string[],
    partition: string,
): Readonly<Record<string, AccessEntryArgs>> {
    const policyArn = `arn:${partition}:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy`;
    return Object.fromEntries(
        principalArns.map((principalArn) => [
            principalKey(principalArn),
            { principalArn, accessPolicies: { admin: { policyArn, accessScope: { type: "cluster" } } } },
        ]),
    );
}

/** `arn:aws:iam::111122223333:role/ops/admins` is `111122223333-role-ops-admins`. */
export function principalKey(principalArn: string): string {
    const [, , , , account = "", path = ""] = principalArn.split(":");
    return `${account}-${path.replaceAll("/", "-")}`;
}
