import type { Release } from "../graph/release";
import type { StackResource } from "../graph/stack-resource";
import type { View } from "../graph/view";
import { releasePolicy } from "../policy";
import { holdsRange } from "./ipv4-range";
import { reachedStores } from "./store-ports";
import { subnetsOfStore } from "./store-subnets";

export const networkPolicyCoversStores = releasePolicy({
    id: "network-policy-covers-stores",
    title: "The ranges that the chart's network policies let pods reach hold the stores' subnets and the AWS APIs",
    why: "What is not in them is dropped without a word: connections time out, and every AWS call fails although the role is right.",
    fix: "Put the stores' subnets into networkPolicy.dataCidrs, and leave awsApiCidrs as wide as the endpoints that AWS answers from",
    severity: "high",
    pitfalls: ["P-NET-03"],
    links: ["https://kubernetes.io/docs/concepts/services-networking/network-policies/"],
    check: (release, stack, report) => {
        const policy = release.values.at("networkPolicy");
        if (policy.flag("enabled") !== true) return;
        const say = (problem: string) => report.violation(`${release.label}: ${problem}`, release.resource);
        const apis = policy.at("awsApiCidrs");
        if (apis.isList && apis.items().length === 0)
            say(`${apis.path} is empty, but pods call AWS. Set it to 0.0.0.0/0, or to the ranges of the endpoints.`);
        const reachable = new Map<StackResource, { readonly store: StackResource; readonly place: View }[]>();
        report.each(reachedStores(release, stack), (find) => {
            const reached = find();
            const place = reached === undefined ? undefined : rangesFor(reached.kind, release);
            if (reached === undefined || place === undefined) return;
            if (place.state === "unknown") throw place.cannotTell();
            for (const subnet of subnetsOfStore(reached.store, stack))
                reachable.set(subnet, [...(reachable.get(subnet) ?? []), { store: reached.store, place }]);
        });
        report.each([...reachable], ([subnet, stores]) => {
            const range = subnet.properties.text("cidrBlock");
            for (const { store, place } of stores) {
                const ranges = place.texts();
                if (range === undefined || ranges.some((outer) => holdsRange(outer, range))) continue;
                say(
                    `${place.path} is ${ranges.join(", ") || "empty"}, but ${store.label} lies in ${range} (${subnet.name}) too. Add that range.`,
                );
            }
        });
    },
});

/** The store's own ranges, else those of all; undefined for a chart of other keys. */
function rangesFor(kind: string, { values }: Release): View | undefined {
    const own = values.at(["networkPolicy", "storeCidrs", kind]);
    const all = values.at(kind === "keyspaces" ? "networkPolicy.awsApiCidrs" : "networkPolicy.dataCidrs");
    return [own, all].find(({ exists }) => exists);
}
