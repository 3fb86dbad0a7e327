import { statementsOf } from "../../graph/iam-document";
import type { View } from "../../graph/view";
import { stackPolicy } from "../../policy";
import { type ServiceUse, serviceUses } from "./service-use";

const KEY = "aws:kms/key:Key";

export const kmsKeyAdmitServices = stackPolicy({
    id: "kms-key-admit-services",
    title: "A key's policy admits the services that have to use it",
    why: "The commonest reason why an encrypted stack is made and then does not work: log groups are refused, nodes do not start, alarms are sent to nobody.",
    fix: "Allow the service (for node volumes the role AWSServiceRoleForAutoScaling) kms:Decrypt and kms:GenerateDataKey* in the key's policy",
    severity: "high",
    controls: ["X-KMS-SERVICES", "SNS.1"],
    links: [
        "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html",
        "https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html",
        "https://docs.aws.amazon.com/autoscaling/ec2/userguide/key-policy-requirements-EBS-encryption.html",
    ],
    types: [KEY],
    check: (stack, report) =>
        report.each(oncePerService(serviceUses(stack)), ({ key, service, user }) => {
            // Without a policy of its own, or with one in a KeyPolicy, kms-key-require-policy has the word.
            if (!key.gives("policy") || admits(key.properties.at("policy"), service)) return;
            report.violation(
                `${key.label}: policy does not let ${service} use the key, which ${user.label} needs. Allow it kms:Decrypt and kms:GenerateDataKey*.`,
                key,
            );
        }),
});

/** One user for each, the same in every run: resources are registered in any order. */
function oncePerService(uses: readonly ServiceUse[]): readonly ServiceUse[] {
    const lastFirst = uses.toSorted((one, other) => (one.user.label < other.user.label ? 1 : -1));
    return [...new Map(lastFirst.map((use) => [`${use.key.urn} ${use.service}`, use])).values()];
}

function admits(policy: View, service: string): boolean {
    return statementsOf(policy)
        .filter(
            (statement) =>
                statement.allows && statement.covers("kms:GenerateDataKey") && statement.covers("kms:Decrypt"),
        )
        .flatMap((statement) => statement.principals)
        .some((principal) => isService(principal, service));
}

/** Some principals carry a region (`logs.eu-west-1.amazonaws.com`); auto scaling acts by a role of the account. */
function isService(principal: string, service: string): boolean {
    const [name = ""] = service.split(".amazonaws.com");
    if (principal.startsWith("AWS:")) return principal.includes(`:role/aws-service-role/${service}/`);
    return principal.startsWith(`Service:${name}.`) && principal.endsWith(".amazonaws.com");
}
