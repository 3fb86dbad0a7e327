import { stackPolicy } from "../policy";
import { STATEFUL } from "./stateful-types";

export const statefulResourcesRequireProtect = stackPolicy({
    id: "stateful-resources-require-protect",
    title: "What holds data is protected from pulumi destroy and from replacement",
    why: "A changed name or a destroy in the wrong stack would delete the store; with the option, Pulumi refuses. On a stack that is meant to be destroyed, configure this policy as advisory.",
    fix: "Set the resource option protect to true",
    severity: "high",
    pitfalls: ["P-DEL-01"],
    links: ["https://www.pulumi.com/docs/iac/concepts/options/protect/"],
    types: STATEFUL,
    check: (stack, report) => {
        for (const store of stack.ofType(...STATEFUL)) {
            if (store.protect) continue;
            report.violation(`${store.label}: the resource option protect is not set. Set it to true.`, store);
        }
    },
});
