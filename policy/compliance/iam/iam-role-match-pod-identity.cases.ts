import type { PolicyCases } from "../../../test/policy/cases";

const ROLE = "aws:iam/role:Role";
const ASSOCIATION = "aws:eks/podIdentityAssociation:PodIdentityAssociation";
const NAME = "add-ons-ebs-csi";
const LABEL = `${NAME} (${ROLE})`;
const at = `${ROLE} ${NAME}`;
const CONDITION = { StringEquals: { "aws:SourceAccount": "123456789012" } };
const trust = (Principal: object, Action: readonly string[]) => ({
    Statement: [{ Effect: "Allow", Principal, Action, Condition: CONDITION }],
});

export const cases: PolicyCases = {
    violations: [
        {
            when: "nodes may take a pod's role too",
            change: (stack) =>
                stack.set(
                    ROLE,
                    NAME,
                    "assumeRolePolicy",
                    trust({ Service: ["pods.eks.amazonaws.com", "ec2.amazonaws.com"] }, [
                        "sts:AssumeRole",
                        "sts:TagSession",
                    ]),
                ),
            at,
            message: `${LABEL}: assumeRolePolicy trusts Service:ec2.amazonaws.com; a pod's role must trust pods.eks.amazonaws.com alone. Take the others out.`,
        },
        {
            when: "the session cannot be tagged",
            change: (stack) =>
                stack.set(
                    ROLE,
                    NAME,
                    "assumeRolePolicy",
                    trust({ Service: "pods.eks.amazonaws.com" }, ["sts:AssumeRole"]),
                ),
            at,
            message: `${LABEL}: assumeRolePolicy must allow sts:AssumeRole and sts:TagSession. Add both.`,
        },
        {
            when: "two service accounts share a role",
            change: (stack) =>
                stack.setSources(ASSOCIATION, "cluster-aws-node-association", "roleArn", [
                    `${ROLE} cluster-aws-node`,
                    `${ROLE} add-ons-ebs-csi`,
                ]),
            at,
            message: `${LABEL}: add-ons-ebs-csi-association, cluster-aws-node-association share it; each service account must have its own. Make a role for each.`,
        },
    ],
    absent: [
        {
            when: "no association gives the role to a pod",
            passes: true,
            change: (stack) => stack.remove(ASSOCIATION, "add-ons-ebs-csi-association"),
        },
    ],
    unknown: [
        {
            when: "the trust is not known",
            change: (stack) => stack.setUnknown(ROLE, NAME, "assumeRolePolicy"),
            unchecked: `${LABEL}: assumeRolePolicy is not known before the update`,
        },
    ],
};
