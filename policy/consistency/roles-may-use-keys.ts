import { type Grant, grantsOf, ROLE, statementsOf } from "../graph/iam-document";
import type { Stack } from "../graph/stack";
import type { StackResource } from "../graph/stack-resource";
import { type Report, stackPolicy } from "../policy";
import { ASSOCIATION } from "./pod-roles";

const KEY = "aws:kms/key:Key";
const KEY_POLICY = "aws:kms/keyPolicy:KeyPolicy";

/** What asks the caller, and not only the service, for the right to its key: the property that names the key, by type. */
const ENCRYPTED: Readonly<Record<string, string>> = {
    "aws:dynamodb/table:Table": "serverSideEncryption",
    "aws:kinesis/stream:Stream": "kmsKeyId",
    "aws:secretsmanager/secret:Secret": "kmsKeyId",
};

export const rolesMayUseKeys = stackPolicy({
    id: "roles-may-use-keys",
    title: "A pod's role that reads something encrypted with a key of the stack may use the key",
    why: "Customer managed keys, as many controls ask for, break the pods with AccessDenied from KMS when their roles are forgotten.",
    fix: "Allow kms:Decrypt (and kms:GenerateDataKey to writers) on the key, and let the key's policy delegate to IAM",
    severity: "high",
    pitfalls: ["P-IAM-03"],
    links: ["https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html"],
    types: [ASSOCIATION],
    check: (stack, report) => {
        const roles = stack.ofType(ASSOCIATION).flatMap((one) => one.references("roleArn", ROLE, stack.ofType(ROLE)));
        report.each([...new Set(roles)], (role) => {
            const grants = grantsOf(role, stack);
            report.each([...new Set(grants.flatMap(({ mentions }) => mentions))], (target) => {
                const property = ENCRYPTED[target.type];
                if (property === undefined || !target.gives(property)) return;
                for (const key of target.references(property, KEY, stack.ofType(KEY)))
                    checkKey({ role, grants, target, key }, stack, report);
            });
        });
    },
});

interface Use {
    readonly role: StackResource;
    readonly grants: readonly Grant[];
    readonly target: StackResource;
    readonly key: StackResource;
}

function checkKey({ role, grants, target, key }: Use, stack: Stack, report: Report): void {
    const start = `${role.label}: its policies are about ${target.label}, which is encrypted with ${key.label}, but`;
    if (!mayDecrypt(grants, key))
        report.violation(`${start} none of them allows kms:Decrypt on the key. Add a statement.`, role);
    else if (!admits(key, role, stack))
        report.violation(
            `${start} the key's policy neither delegates to IAM nor names the role. Add one of both.`,
            key,
        );
}

function mayDecrypt(grants: readonly Grant[], key: StackResource): boolean {
    return grants.some(({ document, mentions }) => {
        if (mentions.includes(key)) return true;
        if (document.state === "unknown") return false;
        return statementsOf(document).some((statement) => statement.allows && statement.covers("kms:Decrypt"));
    });
}

function admits(key: StackResource, role: StackResource, stack: Stack): boolean {
    const holders = [key, ...stack.referringTo(key, KEY_POLICY, "keyId")].filter((holder) => holder.gives("policy"));
    // The policy that KMS gives a key by itself delegates to IAM.
    if (holders.length === 0) return true;
    if (holders.some((holder) => holder.sources("policy").includes(role))) return true;
    return holders
        .flatMap((holder) => statementsOf(holder.properties.at("policy")))
        .filter((statement) => statement.allows && statement.covers("kms:Decrypt"))
        .some(({ principals }) =>
            principals.some((one) => /^(AWS:)?(\*|\d{12}|arn:[^:]+:iam::\d{12}:root)$/.test(one)),
        );
}
