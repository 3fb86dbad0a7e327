import { ROLE } from "../../graph/iam-document";
import { stackPolicy } from "../../policy";

/** The property that says all policies of a kind, and the resources that add one. */
const WAYS = {
    managedPolicyArns: [
        "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
        "aws:iam/policyAttachment:PolicyAttachment",
    ],
    inlinePolicies: ["aws:iam/rolePolicy:RolePolicy"],
};

export const iamRoleDisallowMixedPolicies = stackPolicy({
    id: "iam-role-disallow-mixed-policies",
    title: "A role has its policies in the role or as resources, not both",
    why: "Each update of the role takes away the policies that it does not name: the pod loses a right until the next run.",
    fix: "Make every policy a resource of its own",
    severity: "medium",
    controls: ["iam-role-no-policy-management-conflicts"],
    links: ["https://www.pulumi.com/registry/packages/aws/api-docs/iam/role/"],
    types: [ROLE],
    check: (stack, report) =>
        report.each(stack.ofType(ROLE), (role) => {
            for (const [property, types] of Object.entries(WAYS)) {
                if (!role.gives(property) || role.properties.items(property).length === 0) continue;
                const beside = types.flatMap((type) => [
                    ...stack.referringTo(role, type, "role"),
                    ...stack.referringTo(role, type, "roles"),
                ]);
                if (beside.length > 0)
                    report.violation(
                        `${role.label}: it has ${property} and ${beside.map(({ name }) => name).join(", ")} beside it. Make every policy a resource of its own.`,
                        role,
                    );
            }
        }),
});
