import type { TableArgs } from "@pulumi/aws/keyspaces";
import { controls } from "../control";
import { equalTo, ownKey } from "../requirement";

export const keyspacesControls = [
    ...controls<TableArgs>("aws:keyspaces/table:Table", [
        {
            id: "keyspaces-table-require-customer-key-type",
            title: "Tables in Keyspaces are encrypted with a customer's key",
            property: "encryptionSpecification.type",
            must: equalTo("CUSTOMER_MANAGED_KMS_KEY"),
            absentIs: "AWS_OWNED_KMS_KEY",
            severity: "low",
            controls: ["CKV_AWS_265"],
            why: "When nothing is said AWS owns the key: its use is in no trail, and access cannot be withdrawn.",
            fix: 'Set encryptionSpecification.type to "CUSTOMER_MANAGED_KMS_KEY".',
            links: ["https://docs.aws.amazon.com/keyspaces/latest/devguide/EncryptionAtRest.html"],
            violatedBy: "AWS_OWNED_KMS_KEY",
        },
        {
            id: "keyspaces-table-require-customer-key",
            title: "Tables in Keyspaces name their key",
            property: "encryptionSpecification.kmsKeyIdentifier",
            must: ownKey(),
            severity: "low",
            controls: ["CKV_AWS_265"],
            why: "AWS refuses a table that is to have a customer's key and names none.",
            fix: "Set encryptionSpecification.kmsKeyIdentifier to the ARN of a KMS key of this stack.",
            links: ["https://docs.aws.amazon.com/keyspaces/latest/devguide/EncryptionAtRest.html"],
            violatedBy: "",
        },
        {
            id: "keyspaces-table-require-point-in-time-recovery",
            title: "Tables in Keyspaces can be restored to any second of the last weeks",
            property: "pointInTimeRecovery.status",
            must: equalTo("ENABLED"),
            absentIs: "DISABLED",
            severity: "high",
            controls: ["X-KEYSPACES-PITR", "REL09-BP01"],
            why: "Keyspaces makes no other backup: rows that a faulty release overwrites would be gone.",
            fix: 'Set pointInTimeRecovery.status to "ENABLED".',
            links: ["https://docs.aws.amazon.com/keyspaces/latest/devguide/PointInTimeRecovery.html"],
            violatedBy: "DISABLED",
        },
    ]),
];
