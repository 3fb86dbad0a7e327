import type { VaultArgs } from "@pulumi/aws/backup";
import { controls } from "../control";
import { ownKey } from "../requirement";

const PAGE = "https://docs.aws.amazon.com/securityhub/latest/userguide/backup-controls.html";

export const backupControls = [
    ...controls<VaultArgs>("aws:backup/vault:Vault", [
        {
            id: "backup-vault-require-customer-key",
            title: "Backup vaults are encrypted with a key of the stack",
            property: "kmsKeyArn",
            must: ownKey(),
            severity: "high",
            controls: ["Backup.1", "REL09-BP02"],
            why: "Copies of the stores would be readable with the account's shared key.",
            fix: "Set kmsKeyArn to the ARN of a KMS key of this stack.",
            links: [`${PAGE}#backup-1`],
            violatedBy: "alias/aws/backup",
        },
    ]),
];
