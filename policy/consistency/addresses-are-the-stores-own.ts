import type { Stack } from "../graph/stack";
import type { StackResource } from "../graph/stack-resource";
import type { View } from "../graph/view";
import { releasePolicy } from "../policy";
import { storeOf } from "./chosen-store";
import { STORE_ADDRESSES } from "./store-addresses";

/** What may give a store a name of its own, or stand before it. */
const BETWEEN = ["aws:route53/record:Record", "aws:rds/proxy:Proxy", "aws:rds/clusterEndpoint:ClusterEndpoint"];

export const addressesAreTheStoresOwn = releasePolicy({
    id: "addresses-are-the-stores-own",
    title: "The hosts in the values are the right endpoints of the stores that the stack builds",
    why: "With another host the pods use some other store while the one that is paid for and backed up idles; with the wrong endpoint of the right store, writes meet a read-only database, or a client sees one shard of all.",
    fix: "Give each address the output of the store that belongs there",
    severity: "high",
    pitfalls: ["P-SEL-07", "P-SEL-08", "P-SEL-10"],
    links: ["https://docs.kaireonai.com/platform/values-large"],
    check: (release, stack, report) => {
        const later: string[] = [];
        report.each(STORE_ADDRESSES, ({ place, types, output }) => {
            const given = release.values.at(place);
            const store = given.exists && given.shown() !== '""' ? storeOf(release, stack, ...types) : undefined;
            if (store === undefined) return;
            const name = output(store, release);
            const right = store.properties.at(name);
            // What is known before the store is there cannot be of it.
            if (given.state === "unknown") return void later.push(`${given.path} is ${name} of ${store.name}`);
            if (right.state === "known" && right.shown() === given.shown()) return;
            const wrong = outputWith(store, given);
            if (wrong === undefined && isBetween(store, stack)) return;
            const problem =
                wrong === undefined
                    ? `${given.shown()}, but the stack builds ${store.label}, whose ${name} it is not. Give it ${name}, or take the store out.`
                    : `${wrong} of ${store.label}, but it must be its ${name}. Give it ${name}.`;
            report.violation(`${release.label}: ${given.path} is ${problem}`, release.resource);
        });
        if (later.length > 0)
            report.cannotTell(`whether ${later.join(", ")} is not known before the update`, release.resource);
    },
});

/** The output of the store that has the value that is given. */
function outputWith(store: StackResource, given: View): string | undefined {
    return store.properties
        .names()
        .filter((name) => /endpoint|address|bootstrapBrokers/i.test(name))
        .find((name) => store.properties.at([name]).shown() === given.shown());
}

function isBetween(store: StackResource, stack: Stack): boolean {
    return stack.ofType(...BETWEEN).some(({ dependencies }) => dependencies.some(({ urn }) => urn === store.urn));
}
