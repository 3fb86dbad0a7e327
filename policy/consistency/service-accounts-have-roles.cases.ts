import type { PolicyCases } from "../../test/policy/cases";

const ASSOCIATION = "aws:eks/podIdentityAssociation:PodIdentityAssociation";
const ROLE = "aws:iam/role:Role";

const TRUST = (actions: readonly string[], account: string) =>
    JSON.stringify({
        Statement: [
            {
                Effect: "Allow",
                Principal: { Service: "pods.eks.amazonaws.com" },
                Action: actions,
                Condition: {
                    StringEquals: {
                        "aws:SourceAccount": "123456789012",
                        "aws:RequestTag/kubernetes-namespace": "kaireon",
                        "aws:RequestTag/kubernetes-service-account": account,
                    },
                },
            },
        ],
    });

export const cases: PolicyCases = {
    violations: [
        {
            when: "a tier has no association",
            change: (stack) => stack.remove(ASSOCIATION, "tiers-outboxPublisher"),
            at: "kubernetes:helm.sh/v3:Release kaireon",
            message:
                "kaireon (kubernetes:helm.sh/v3:Release): values.outboxPublisher calls AWS as the service account kaireon/kaireon-outbox-publisher, but the stack has no pod identity association for it and the values no role annotation. Create the association.",
        },
        {
            when: "a service account has two",
            change: (stack) =>
                stack.add({
                    type: ASSOCIATION,
                    name: "second",
                    props: { namespace: "kaireon", serviceAccount: "kaireon-api", clusterName: "kaireon-large" },
                    from: { roleArn: ["tier-roles-api"], clusterName: ["cluster-eksCluster"] },
                }),
            also: {
                "iam-role-match-pod-identity": "the role is shared by the two",
                "release-waits-for-what-it-needs": "nothing waits for the second one",
            },
            at: "kubernetes:helm.sh/v3:Release kaireon",
            message:
                "kaireon (kubernetes:helm.sh/v3:Release): kaireon/kaireon-api has 2 associations: second, tiers-api; one service account has one role. Remove all but one.",
        },
        {
            when: "the role may not be tagged by the agent",
            change: (stack) =>
                stack.set(ROLE, "tier-roles-api", "assumeRolePolicy", TRUST(["sts:AssumeRole"], "kaireon-api")),
            also: { "iam-role-match-pod-identity": "no pod at all could use the role" },
            at: "aws:iam/role:Role tier-roles-api",
            message:
                "tier-roles-api (aws:iam/role:Role): assumeRolePolicy does not allow sts:TagSession to pods.eks.amazonaws.com, but it is the role of kaireon/kaireon-api. Add it.",
        },
        {
            when: "the role is another service account's",
            change: (stack) =>
                stack.set(
                    ROLE,
                    "tier-roles-api",
                    "assumeRolePolicy",
                    TRUST(["sts:AssumeRole", "sts:TagSession"], "kaireon-mcp"),
                ),
            at: "aws:iam/role:Role tier-roles-api",
            message:
                "tier-roles-api (aws:iam/role:Role): assumeRolePolicy is for the service account kaireon-mcp, but it is the role of kaireon/kaireon-api. Correct the condition.",
        },
        {
            when: "nothing hands the credentials out",
            change: (stack) => stack.remove("aws:eks/addon:Addon", "cluster-pod-identity-agent"),
            at: "kubernetes:helm.sh/v3:Release kaireon",
            message:
                "kaireon (kubernetes:helm.sh/v3:Release): the stack has pod identity associations but no add-on eks-pod-identity-agent, which hands the credentials out. Add it.",
        },
    ],
    absent: [
        {
            when: "no selected backend needs a role",
            passes: true,
            change: (stack) =>
                stack
                    .removeAll(ASSOCIATION)
                    .setValue("dynamodb.enabled", false)
                    .setValue("config", { INTERACTION_STORE: "pg", EVENT_PUBLISHER: "redis", SEARCH_INDEX: "pg" }),
        },
    ],
    unknown: [
        {
            when: "the store is not known",
            change: (stack) => stack.setValueUnknown("config.INTERACTION_STORE"),
            unchecked:
                "kaireon (kubernetes:helm.sh/v3:Release): values.config.INTERACTION_STORE is not known before the update",
        },
        {
            when: "the role's trust is not known",
            change: (stack) => stack.setUnknown(ROLE, "tier-roles-worker", "assumeRolePolicy"),
            unchecked: "tier-roles-worker (aws:iam/role:Role): assumeRolePolicy is not known before the update",
        },
    ],
    passes: [
        {
            when: "a role comes by annotation",
            change: (stack) =>
                stack
                    .remove(ASSOCIATION, "tiers-api")
                    .setValue(
                        ["api", "serviceAccountAnnotations", "eks.amazonaws.com/role-arn"],
                        "arn:aws:iam::111122223333:role/api",
                    ),
        },
    ],
};
