import { createHash } from "node:crypto";
import type { Monitor, Registered } from "./monitor";
import { combine, type Input, type Output } from "./output";

export interface ServiceRole {
    readonly role: Registered;
    /** Role and attachments: what uses the role waits for its permissions too. */
    readonly ready: readonly string[];
}

/** The component `eks:index:ServiceRole`: the role of the control plane, with the policy that AWS manages for it. */
export async function createServiceRole(
    monitor: Monitor,
    name: string,
    parent: string,
    partition: Output,
    tags: Input,
): Promise<ServiceRole> {
    const component = await monitor.component("eks:index:ServiceRole", name, { parent });
    const role = await monitor.resource(
        "aws:iam/role:Role",
        `${name}-role`,
        {
            description: "Allows EKS to manage clusters on your behalf.",
            assumeRolePolicy: JSON.stringify({
                Version: "2012-10-17",
                Statement: [
                    {
                        Action: ["sts:AssumeRole", "sts:TagSession"],
                        Effect: "Allow",
                        Principal: { Service: ["eks.amazonaws.com"] },
                    },
                ],
            }),
            tags,
        },
        { parent: component.urn },
    );
    const policy = "policy/AmazonEKSClusterPolicy";
    const attachment = await monitor.resource(
        "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
        // The name is a digest of the ARN in the standard partition, whatever the partition is.
        `${name}-${createHash("sha1").update(`arn:aws:iam::aws:${policy}`).digest("hex").slice(0, 8)}`,
        { policyArn: combine([partition], ([value]) => `arn:${value}:iam::aws:${policy}`), role: role.get("name") },
        { parent: component.urn },
    );
    await monitor.registerOutputs(component, { role: role.reference });
    return { role, ready: [role.urn, attachment.urn] };
}
