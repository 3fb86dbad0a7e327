import type { Stack } from "../../graph/stack";
import type { StackResource } from "../../graph/stack-resource";
import { stackPolicy } from "../../policy";
import { STATEFUL } from "../stateful-types";

const KEY = "aws:kms/key:Key";

export const kmsKeyRequireProtection = stackPolicy({
    id: "kms-key-require-protection",
    title: "A key that stored data depends on cannot be deleted unintentionally",
    why: "When the key is gone, so are the store, its backups and its snapshots: the wait of 30 days is the time to notice. Keys of stores that are not protected themselves, on a stack that is to be destroyed, are left alone.",
    fix: "Set the resource option protect to true and deletionWindowInDays to 30",
    severity: "critical",
    controls: ["KMS.3"],
    links: ["https://docs.aws.amazon.com/securityhub/latest/userguide/kms-controls.html#kms-3"],
    types: [KEY],
    check: (stack, report) =>
        report.each(stack.ofType(KEY), (key) => {
            const [store] = storesUnder(key, stack)
                .map(({ name }) => name)
                .sort();
            if (store === undefined) return;
            const from = `${key.label}: ${store} is encrypted with it, but`;
            if (!key.protect) report.violation(`${from} the option protect is not set. Set it to true.`, key);
            const days = key.gives("deletionWindowInDays") ? (key.properties.number("deletionWindowInDays") ?? 30) : 30;
            if (days < 30)
                report.violation(
                    `${from} deletionWindowInDays is ${days}; it must be 30. Set it to 30, or leave it out.`,
                    key,
                );
        }),
});

function storesUnder(key: StackResource, stack: Stack): readonly StackResource[] {
    return stack
        .ofType(...STATEFUL)
        .filter((store) => store.protect && store.dependencies.some(({ urn }) => urn === key.urn));
}
