import type { RepositoryArgs } from "@pulumi/aws/ecr";
import { controls } from "../control";
import { equalTo, oneOf, ownKey } from "../requirement";

const PAGE = "https://docs.aws.amazon.com/securityhub/latest/userguide/ecr-controls.html";

export const ecrControls = [
    ...controls<RepositoryArgs>("aws:ecr/repository:Repository", [
        {
            id: "ecr-repository-require-scan",
            title: "Images are scanned when they are pushed",
            property: "imageScanningConfiguration.scanOnPush",
            must: equalTo(true),
            absentIs: false,
            severity: "high",
            controls: ["ECR.1", "CIS-EKS-1.8.0/5.1.1"],
            why: "A known hole in an image would be deployed unseen.",
            fix: "Set imageScanningConfiguration.scanOnPush to true; with enhanced scanning of the registry, configure this policy as advisory.",
            links: [`${PAGE}#ecr-1`],
            violatedBy: false,
        },
        {
            id: "ecr-repository-require-immutable-tags",
            title: "A tag of an image cannot be moved",
            property: "imageTagMutability",
            must: equalTo("IMMUTABLE"),
            absentIs: "MUTABLE",
            severity: "medium",
            controls: ["ECR.2"],
            why: "The same tag could mean another image tomorrow: what was reviewed is not what runs.",
            fix: 'Set imageTagMutability to "IMMUTABLE".',
            links: [`${PAGE}#ecr-2`],
            violatedBy: "MUTABLE",
        },
        {
            id: "ecr-repository-require-kms",
            title: "Images are encrypted with a KMS key",
            property: "encryptionConfigurations.0.encryptionType",
            must: oneOf("KMS", "KMS_DSSE"),
            absentIs: "AES256",
            severity: "low",
            controls: ["CKV_AWS_136"],
            why: "When nothing is said the key is S3's own, and access cannot be withdrawn; it cannot be changed later.",
            fix: 'Set encryptionConfigurations to one entry with encryptionType "KMS" and a key.',
            links: ["https://docs.aws.amazon.com/AmazonECR/latest/userguide/encryption-at-rest.html"],
            violatedBy: "AES256",
        },
        {
            id: "ecr-repository-require-customer-key",
            title: "Images are encrypted with a key of the stack",
            property: "encryptionConfigurations.0.kmsKey",
            must: ownKey(),
            severity: "low",
            controls: ["CKV_AWS_136"],
            why: "With the account's shared key access to these images alone cannot be withdrawn.",
            fix: "Set kmsKey in encryptionConfigurations to the ARN of a KMS key of this stack.",
            links: ["https://docs.aws.amazon.com/AmazonECR/latest/userguide/encryption-at-rest.html"],
            violatedBy: "alias/aws/ecr",
        },
    ]),
];
