import type { StackResource } from "../graph/stack-resource";
import { releasePolicy } from "../policy";
import { STORE_KINDS } from "./store-kinds";

export const noStoreWithoutSelector = releasePolicy({
    id: "no-store-without-selector",
    title: "Every store that is built is selected by the release",
    why: "A store that nothing selects costs as much as one that is used, and its alarms and access rules drift unseen.",
    fix: "Select the store in the values, take it out of the stack, or name it in the setting keep while a migration lasts",
    severity: "medium",
    pitfalls: ["P-SEL-05", "P-SEL-06"],
    links: ["https://docs.kaireonai.com/platform/values-large"],
    level: { is: "advisory", because: "the store may serve another program, which its resources do not show" },
    settings: {
        keep: {
            description: "Names of stores that stay unselected, such as during a migration",
            default: [] as string[],
        },
    },
    check: (release, stack, report, { keep }) => {
        report.each(STORE_KINDS, ({ types, unselected, onlyIfUsed }) => {
            const isWaste = (store: StackResource) =>
                !keep.includes(store.name) && (onlyIfUsed === undefined || release.usesOutputOf(store));
            const stores = stack.ofType(...types).filter(isWaste);
            const instead = stores.length === 0 ? undefined : unselected(release);
            if (instead === undefined) return;
            for (const store of stores)
                report.violation(
                    `${store.label}: it is built, but in ${release.label} ${instead}. Select it there, or take it out.`,
                    store,
                );
        });
    },
});
