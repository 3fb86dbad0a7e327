import type { StackResource } from "../graph/stack-resource";
import { stackPolicy } from "../policy";
import { isProtected } from "./stack-kind";

const GENERATORS = [
    "random:index/randomPassword:RandomPassword",
    "random:index/randomBytes:RandomBytes",
    "random:index/randomString:RandomString",
    "random:index/randomId:RandomId",
];

/** Names of the two secrets that stored data depends on, however a program writes them. */
const KEYS_OF_STORED_DATA = /apikeypepper|connectorencryptionkey/;

export const storedDataKeysAreKept = stackPolicy({
    id: "stored-data-keys-are-kept",
    title: "What generates API_KEY_PEPPER and CONNECTOR_ENCRYPTION_KEY is protected and never made anew",
    why: "After a replacement every API key is invalid and every stored connector credential is unreadable, with the database intact.",
    fix: "Set protect on the resource and give it no keepers",
    severity: "critical",
    pitfalls: ["P-SEC-06"],
    links: [
        "https://docs.kaireonai.com/platform/ops/env-vars",
        "https://www.pulumi.com/docs/iac/concepts/resources/options/protect/",
    ],
    types: GENERATORS,
    check: (stack, report) => {
        const generators = stack.ofType(...GENERATORS).filter(isKeyOfStoredData);
        if (generators.length === 0 || !isToBeKept(isProtected(stack), generators)) return;
        report.each(generators, (generator) => {
            if (!generator.protect)
                report.violation(
                    `${generator.label}: protect is off; data that is stored already cannot be read without this key. Set protect.`,
                    generator,
                );
            const keepers = generator.properties.at("keepers");
            if (keepers.state === "known" && keepers.names().length > 0)
                report.violation(
                    `${generator.label}: keepers are ${keepers.shown()}; a change of one makes another key, and stored data cannot be read. Remove them.`,
                    generator,
                );
        });
    },
});

function isKeyOfStoredData({ name }: StackResource): boolean {
    return KEYS_OF_STORED_DATA.test(name.replaceAll(/[-_.]/g, "").toLowerCase());
}

/** A stack without any protection is one to be thrown away, and its data with it. */
function isToBeKept(stackIsProtected: boolean, generators: readonly StackResource[]): boolean {
    return stackIsProtected || generators.some(({ protect }) => protect);
}
