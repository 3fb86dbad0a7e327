import type { PolicyCases } from "../../../test/policy/cases";

const ROLE = "aws:iam/role:Role";

export const cases: PolicyCases = {
    violations: [
        {
            when: "a role has policies in both ways",
            change: (stack) =>
                stack.set(ROLE, "add-ons-ebs-csi", "managedPolicyArns", ["arn:aws:iam::aws:policy/ReadOnlyAccess"]),
            at: `${ROLE} add-ons-ebs-csi`,
            message: `add-ons-ebs-csi (${ROLE}): it has managedPolicyArns and add-ons-ebs-csi-volumes beside it. Make every policy a resource of its own.`,
        },
    ],
    absent: [
        {
            when: "the role names none",
            passes: true,
            change: (stack) => stack.unset(ROLE, "add-ons-ebs-csi", "managedPolicyArns"),
        },
    ],
    unknown: [
        {
            when: "which it names is not known",
            change: (stack) => stack.setUnknown(ROLE, "add-ons-ebs-csi", "managedPolicyArns"),
            unchecked: `add-ons-ebs-csi (${ROLE}): managedPolicyArns is not known before the update`,
        },
    ],
};
