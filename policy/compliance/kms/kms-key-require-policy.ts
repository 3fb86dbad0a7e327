import { stackPolicy } from "../../policy";

const KEY = "aws:kms/key:Key";
const POLICY = "aws:kms/keyPolicy:KeyPolicy";

export const kmsKeyRequirePolicy = stackPolicy({
    id: "kms-key-require-policy",
    title: "Every key says who may use it",
    why: "The policy that AWS puts in lets every role of the account use the key by its own permissions, and lets no service in.",
    fix: "Set policy on the key, or make a KeyPolicy for it",
    severity: "medium",
    controls: ["CKV2_AWS_64"],
    links: ["https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html"],
    types: [KEY],
    check: (stack, report) => {
        for (const key of stack.ofType(KEY)) {
            if (key.gives("policy") || stack.referringTo(key, POLICY, "keyId").length > 0) continue;
            report.violation(`${key.label}: policy is not set and no KeyPolicy names the key. Set policy.`, key);
        }
    },
});
