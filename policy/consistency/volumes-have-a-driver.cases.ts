import type { PolicyCases } from "../../test/policy/cases";

const ADD_ON = "aws:eks/addon:Addon";
const ASSOCIATION = "aws:eks/podIdentityAssociation:PodIdentityAssociation";

export const cases: PolicyCases = {
    violations: [
        {
            when: "the driver has no role",
            change: (stack) => stack.remove(ASSOCIATION, "add-ons-ebs-csi-association"),
            at: "aws:eks/addon:Addon add-ons-ebs-csi",
            message:
                "add-ons-ebs-csi (aws:eks/addon:Addon): no role for ebs-csi-controller-sa: it can create no volume. Add a pod identity association for kube-system/ebs-csi-controller-sa.",
        },
    ],
    absent: [
        {
            when: "there is no driver and nothing that needs one",
            passes: true,
            change: (stack) => stack.remove(ADD_ON, "add-ons-ebs-csi"),
        },
    ],
    unknown: [
        {
            when: "where a store runs is not known",
            change: (stack) => stack.setValueUnknown("redis.mode"),
            unchecked: "kaireon (kubernetes:helm.sh/v3:Release): values.redis.mode is not known before the update",
        },
    ],
    passes: [
        {
            when: "the driver's role is the add-on's own",
            change: (stack) =>
                stack
                    .remove(ASSOCIATION, "add-ons-ebs-csi-association")
                    .set(ADD_ON, "add-ons-ebs-csi", "serviceAccountRoleArn", "arn:aws:iam::111122223333:role/ebs"),
        },
    ],
};
