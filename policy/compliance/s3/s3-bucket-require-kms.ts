import type { View } from "../../graph/view";
import { bucketsHave, givenInside } from "./buckets";

export const s3BucketRequireKms = bucketsHave({
    id: "s3-bucket-require-kms",
    title: "Every bucket is encrypted with a KMS key of the stack",
    why: "Whoever may read the bucket could decrypt it too: the key that S3 keeps asks nobody.",
    fix: "Make a BucketServerSideEncryptionConfiguration for it with sseAlgorithm aws:kms and a key",
    severity: "medium",
    controls: ["S3.17"],
    links: ["https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html#s3-17"],
    companions: [
        "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
        "aws:s3/bucketServerSideEncryptionConfigurationV2:BucketServerSideEncryptionConfigurationV2",
    ],
    inside: (bucket) => {
        const rule = givenInside(
            bucket,
            "serverSideEncryptionConfiguration.rule.applyServerSideEncryptionByDefault",
            "serverSideEncryptionConfigurations.0.rules.0.applyServerSideEncryptionByDefaults.0",
        );
        return rule !== undefined && problemOf(rule) === undefined;
    },
    missing: "no BucketServerSideEncryptionConfiguration names it",
    wrong: ({ properties }) => problemOf(properties.at("rules.0.applyServerSideEncryptionByDefault")),
    // Load balancers cannot write to such a bucket: s3-log-bucket-match-load-balancer.
    exempt: (bucket, stack) => stack.referringTo(bucket, "aws:lb/loadBalancer:LoadBalancer", "accessLogs").length > 0,
});

function problemOf(rule: View): string | undefined {
    const algorithm = rule.at("sseAlgorithm");
    if (!/^aws:kms(:dsse)?$/.test(algorithm.text() ?? "")) return `sseAlgorithm is ${algorithm.shown()}`;
    return rule.at("kmsMasterKeyId").exists ? undefined : "kmsMasterKeyId is not set";
}
