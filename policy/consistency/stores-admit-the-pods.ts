import { groupsOf, type Source, sourcesOn } from "../graph/security-groups";
import { releasePolicy } from "../policy";
import { holdsRange } from "./ipv4-range";
import { type Origin, originsOf } from "./pod-groups";
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

function admits(sources: readonly Source[], { groups, hasClusterGroup, subnets }: Origin): boolean {
    return sources.some((source) => {
        if (source.kind === "group") return groups.some(({ urn }) => urn === source.group.urn);
        if (source.kind === "clusterGroup") return hasClusterGroup;
        if (source.kind === "other") return false;
        return (
            subnets.length === 0 ||
            subnets.every((subnet) => holdsRange(source.cidr, subnet.properties.text("cidrBlock") ?? ""))
        );
    });
}

function carried({ groups, hasClusterGroup }: Origin): string {
    const names = [...groups.map(({ name }) => name), ...(hasClusterGroup ? ["the cluster's"] : [])];
    return names.join(", ") || "none of this stack";
}

export function shown(source: Source): string {
    switch (source.kind) {
        case "group":
            return source.group.label;
        case "clusterGroup":
            return `the group of ${source.cluster.label}`;
        case "cidr":
            return source.cidr;
        case "other":
            return source.shown;
    }
}
