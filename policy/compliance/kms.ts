import type { KeyArgs } from "@pulumi/aws/kms";
import { controls } from "../control";
import { equalTo, noneOf } from "../requirement";

const PAGE = "https://docs.aws.amazon.com/securityhub/latest/userguide/kms-controls.html";

export const kmsControls = [
    ...controls<KeyArgs>("aws:kms/key:Key", [
        {
            id: "kms-key-require-rotation",
            title: "Symmetric keys are rotated every year",
            property: "enableKeyRotation",
            must: equalTo(true),
            absentIs: false,
            when: (properties) =>
                (properties.text("customerMasterKeySpec") ?? "SYMMETRIC_DEFAULT") === "SYMMETRIC_DEFAULT",
            severity: "medium",
            controls: ["KMS.4", "CIS-AWS-3.0.0/3.6", "CIS-AWS-5.0.0/3.6", "CIS-AWS-6.0.0/4.6", "CIS-AWS-7.0.0/4.6"],
            why: "All data since the first day would hang on one piece of key material.",
            fix: "Set enableKeyRotation to true.",
            links: [`${PAGE}#kms-4`],
            violatedBy: false,
        },
        {
            id: "kms-key-disallow-lockout-bypass",
            title: "Keys keep the check that somebody can still change their policy",
            property: "bypassPolicyLockoutSafetyCheck",
            must: equalTo(false),
            absentIs: false,
            severity: "critical",
            controls: ["aws-kms-key-disallow-bypass-policy-lockout-safety-check"],
            why: "A policy that shuts everybody out makes everything under the key unreadable, and only AWS support can help.",
            fix: "Set bypassPolicyLockoutSafetyCheck to false, or leave it out.",
            links: ["https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html"],
            violatedBy: true,
        },
        {
            id: "kms-key-require-enabled",
            title: "Keys are switched on",
            property: "isEnabled",
            must: equalTo(true),
            absentIs: true,
            severity: "medium",
            controls: ["CKV_AWS_227"],
            why: "Every store that uses the key would stop being readable.",
            fix: "Set isEnabled to true, or leave it out.",
            links: ["https://docs.aws.amazon.com/kms/latest/developerguide/enabling-keys.html"],
            violatedBy: false,
        },
        {
            id: "kms-key-disallow-multi-region",
            title: "Keys stay in their region",
            property: "multiRegion",
            must: equalTo(false),
            absentIs: false,
            severity: "medium",
            controls: ["kms_cmk_not_multi_region"],
            why: "Whoever may replicate the key can decrypt in a region that nobody watches; a key cannot be made single-region later.",
            fix: "Set multiRegion to false, or leave it out; with a second region, configure this policy as advisory.",
            links: ["https://docs.aws.amazon.com/kms/latest/developerguide/multi-region-keys-overview.html"],
            violatedBy: true,
        },
        {
            id: "kms-key-require-description",
            title: "Keys say what they are for",
            property: "description",
            must: noneOf("Managed by Pulumi"),
            absentIs: "Managed by Pulumi",
            severity: "low",
            controls: ["aws-kms-key-missing-description"],
            why: "Nobody dares to delete, or somebody deletes, a key whose purpose is not known.",
            fix: "Set description to what the key encrypts.",
            links: ["https://docs.aws.amazon.com/kms/latest/developerguide/create-keys.html"],
            violatedBy: "Managed by Pulumi",
        },
    ]),
];
