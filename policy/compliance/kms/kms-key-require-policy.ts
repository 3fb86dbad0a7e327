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
    check: (stack, report) =>
        report.each(stack.ofType(KEY), (key) => {
            if (key.gives("policy") || stack.referringTo(key, POLICY, "keyId").length > 0) return;
            // AWS computes a policy that is left out, but never a description: without one, nothing is known of the key.
            if (key.properties.at("description").state === "unknown") throw key.properties.at("policy").cannotTell();
            report.violation(`${key.label}: policy is not set and no KeyPolicy names the key. Set policy.`, key);
        }),
});
