import type { StackResource } from "../graph/stack-resource";
import { type Report, stackPolicy } from "../policy";
import { DELETION_PROTECTION, isProtected, refusesDeletion, STORES } from "./stack-kind";

const KEY = "aws:kms/key:Key";

/** Properties in which stores name their key. */
const KEYS = [
    "kmsKeyId",
    "kmsKeyIdentifier",
    "encryptAtRest",
    "encryptionInfo",
    "encryptionSpecification",
    "serverSideEncryption",
];

export const protectionFitsStack = stackPolicy({
    id: "protection-fits-stack",
    title: "Either every store and its key is protected, or none is",
    why: "A store without protection among protected ones is the one that a wrong destroy deletes; one protected store on a throw-away stack keeps its destroy from finishing.",
    fix: "Set protect and deletion protection on every store and its key, with a final snapshot, or on none of them",
    severity: "high",
    pitfalls: ["P-DEL-01"],
    links: ["https://www.pulumi.com/docs/iac/concepts/resources/options/protect/"],
    types: STORES,
    settings: {
        kind: {
            description:
                "kept: the stack's data must survive; thrownAway: a destroy must leave nothing; byStores: kept if any store is protected",
            default: "byStores",
        },
    },
    check: (stack, report, { kind }) => {
        const isKept = kind === "kept" || (kind !== "thrownAway" && isProtected(stack));
        report.each(stack.ofType(...STORES), (store) => {
            if (isKept) checkKept(store, report);
            else checkThrownAway(store, report);
        });
    },
});

function checkKept(store: StackResource, report: Report): void {
    const rule = "but the stack's data is to be kept (others of its stores are protected)";
    if (!store.protect) report.violation(`${store.label}: protect is off, ${rule}. Set protect.`, store);
    if (refusesDeletion(store) === false)
        report.violation(`${store.label}: ${DELETION_PROTECTION[store.type]} is not true, ${rule}. Set it.`, store);
    if (store.gives("skipFinalSnapshot") && store.properties.flag("skipFinalSnapshot") === true)
        report.violation(
            `${store.label}: skipFinalSnapshot is true, ${rule}. Set it to false and name a final snapshot.`,
            store,
        );
    for (const property of KEYS) {
        for (const key of store.references(property, KEY))
            if (!key.protect)
                report.violation(
                    `${key.label}: protect is off, but it encrypts ${store.label}, which cannot be read without it. Set protect.`,
                    key,
                );
    }
}

function checkThrownAway(store: StackResource, report: Report): void {
    const on = [
        store.protect ? ["protect"] : [],
        refusesDeletion(store) === true ? [DELETION_PROTECTION[store.type]] : [],
    ].flat();
    if (on.length === 0) return;
    report.violation(
        `${store.label}: ${on.join(" and ")} is on, but the stack is to be thrown away: its destroy cannot finish. Turn it off.`,
        store,
    );
}
