import type { PolicyCases } from "../../test/policy/cases";

const CERTIFICATE = "certificate/00000000-0000-0000-0000-000000000000";

export const cases: PolicyCases = {
    violations: [
        {
            when: "the pods look for the table in another region",
            change: (stack) => stack.setValue("dynamodb.region", "eu-central-1"),
            at: "kubernetes:helm.sh/v3:Release kaireon",
            message:
                "kaireon (kubernetes:helm.sh/v3:Release): values.dynamodb.region is eu-central-1, but interactions (aws:dynamodb/table:Table) is in eu-west-1. Make them equal.",
        },
        {
            when: "the pods' own region is another one",
            change: (stack) => stack.setValue("config.AWS_REGION", "us-east-1"),
            at: "kubernetes:helm.sh/v3:Release kaireon",
            message:
                "kaireon (kubernetes:helm.sh/v3:Release): values.config.AWS_REGION is us-east-1, but cluster-eksCluster (aws:eks/cluster:Cluster) is in eu-west-1. Make them equal.",
        },
        {
            when: "the certificate is of another region",
            change: (stack) =>
                stack.setValue("ingress.certificateArn", `arn:aws:acm:us-east-1:123456789012:${CERTIFICATE}`),
            at: "kubernetes:helm.sh/v3:Release kaireon",
            message:
                "kaireon (kubernetes:helm.sh/v3:Release): values.ingress.certificateArn is arn:aws:acm:us-east-1:123456789012:certificate/00000000-0000-0000-0000-000000000000, but the stack's cluster is in eu-west-1. Name one of that region.",
        },
        {
            when: "the certificate is another account's",
            change: (stack) =>
                stack.setValue("ingress.certificateArn", `arn:aws:acm:eu-west-1:111122223333:${CERTIFICATE}`),
            at: "kubernetes:helm.sh/v3:Release kaireon",
            message:
                "kaireon (kubernetes:helm.sh/v3:Release): values.ingress.certificateArn is arn:aws:acm:eu-west-1:111122223333:certificate/00000000-0000-0000-0000-000000000000, but the stack builds in account 123456789012. Name one of that account, or list the other in foreignAccounts.",
        },
    ],
    absent: [
        {
            when: "the values name no region",
            passes: true,
            change: (stack) =>
                stack.unsetValue("config.AWS_REGION").unsetValue("dynamodb.region").unsetValue("kafka.region"),
        },
    ],
    unknown: [
        {
            when: "a region is not known",
            change: (stack) => stack.setValueUnknown("kafka.region"),
            unchecked: "kaireon (kubernetes:helm.sh/v3:Release): values.kafka.region is not known before the update",
        },
        {
            when: "the stack's account does not show",
            change: (stack) => stack.removeAll("aws:kms/key:Key"),
            unchecked:
                "kaireon (kubernetes:helm.sh/v3:Release): whether the account of values.ingress.certificateArn is this stack's does not show",
        },
    ],
};
