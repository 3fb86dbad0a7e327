import type { StackResource } from "../../graph/stack-resource";
import { stackPolicy } from "../../policy";

const SELECTION = "aws:backup/selection:Selection";
const STORES = ["aws:rds/cluster:Cluster", "aws:dynamodb/table:Table"];

export const backupSelectionsCoverStores = stackPolicy({
    id: "backup-selections-cover-stores",
    title: "Where AWS Backup is used, every database and table is in a backup plan",
    why: "Somebody who sees the plan believes that all is in it. Without AWS Backup the stores' own backups and point-in-time recovery hold, which other policies ask for.",
    fix: "Name the store's ARN in a selection, or select by a tag that it carries",
    severity: "medium",
    controls: ["DynamoDB.4", "RDS.26", "CKV2_AWS_8"],
    links: ["https://docs.aws.amazon.com/securityhub/latest/userguide/dynamodb-controls.html#dynamodb-4"],
    types: [SELECTION],
    check: (stack, report) => {
        const selections = stack.ofType(SELECTION);
        const names = selections.map(({ name }) => name).sort();
        report.each(stack.ofType(...STORES), (store) => {
            if (selections.some((selection) => takes(selection, store))) return;
            report.violation(
                `${store.label}: none of the backup selections ${names.join(", ")} takes it. Add its ARN to resources of one, or a tag that it selects by.`,
                store,
            );
        });
    },
});

function takes(selection: StackResource, store: StackResource): boolean {
    if (selection.references("resources", store.type, [store]).some(({ urn }) => urn === store.urn)) return true;
    const { properties } = selection;
    const named = selection.gives("resources") ? properties.items("resources") : [];
    if (named.some((place) => place.state === "known" && isPattern(place.text() ?? "", store.type))) return true;
    const tags = selection.gives("selectionTags") ? properties.items("selectionTags") : [];
    return tags.some((tag) => store.properties.text(["tagsAll", tag.text("key") ?? ""]) === tag.text("value"));
}

/** `*`, or all of a kind: `arn:aws:dynamodb:*:*:table/*`. */
function isPattern(text: string, type: string): boolean {
    const [, service = ""] = /^aws:(\w+)\//.exec(type) ?? [];
    return text === "*" || new RegExp(`^arn:[^:]+:${service}:.*\\*$`).test(text);
}
