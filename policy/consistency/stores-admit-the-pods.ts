import { groupsOf, sourcesOn } from "../graph/security-groups";
import { releasePolicy } from "../policy";
import { admits, carried, shown } from "./admission";
import { originsOf } from "./pod-groups";
import { reachedStores } from "./store-ports";

export const storesAdmitThePods = releasePolicy({
    id: "stores-admit-the-pods",
    title: "The security groups of every selected store admit the pods on its port",
    why: "Without the rule, connections time out and look like a wrong address.",
    fix: "Add an ingress rule to the store's security group, from the group of the nodes, on the store's port",
    severity: "high",
    pitfalls: ["P-NET-01"],
    links: [
        "https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html",
        "https://docs.aws.amazon.com/msk/latest/developerguide/port-info.html",
    ],
    check: (release, stack, report) => {
        report.each(reachedStores(release, stack), (find) => {
            const reached = find();
            if (reached === undefined) return;
            const { store, port } = reached;
            const groups = groupsOf(store, reached.groups, stack);
            if (groups.length === 0) {
                // OpenSearch outside a VPC has none; its own access policy decides.
                if (reached.kind === "opensearch" && !store.gives("vpcOptions")) return;
                return report.cannotTell(`${store.label}: its security groups are not of this stack`, store);
            }
            const sources = sourcesOn(groups, port, stack);
            const names = groups.map(({ label }) => label).join(", ");
            if (sources.length === 0)
                return report.violation(
                    `${store.label}: ${release.label} connects to it on port ${port}, but ${names} admits nobody there. ` +
                        "Add an ingress rule from the nodes' security group on that port.",
                    store,
                );
            const shut = originsOf(reached, release, stack).filter((origin) => !admits(sources, origin));
            const [first] = shut;
            if (first === undefined) return;
            if (sources.some(({ kind }) => kind === "other"))
                return report.cannotTell(
                    `${store.label}: whether ${names} admits ${first.nodes.label} does not show in its rules`,
                    store,
                );
            report.violation(
                `${store.label}: ${release.label} connects to it on port ${port} from the nodes of ${shut.map(({ nodes }) => nodes.name).join(", ")}, ` +
                    `with security group ${carried(first)}, but ${names} admits only ${sources.map(shown).join(", ")}. Add an ingress rule from that group.`,
                store,
            );
        });
    },
});
