import type { Source } from "../graph/security-groups";
import { holdsRange } from "./ipv4-range";
import type { Origin } from "./pod-groups";

/** Whether any of the sources lets the pods of some nodes in. */
export function admits(sources: readonly Source[], { groups, hasClusterGroup, subnets }: Origin): boolean {
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

/** For messages: the security groups that the nodes have. */
export function carried({ groups, hasClusterGroup }: Origin): string {
    const names = [...groups.map(({ name }) => name), ...(hasClusterGroup ? ["the cluster's"] : [])];
    return names.join(", ") || "none of this stack";
}

/** For messages. */
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
