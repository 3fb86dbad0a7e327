import { groupsOf, type Source, sourcesOn } from "../graph/security-groups";
import type { StackResource } from "../graph/stack-resource";
import { releasePolicy } from "../policy";
import { shown } from "./admission";
import { groupsOfPods } from "./pod-groups";
import { reachedStores } from "./store-ports";

export const storesAdmitOnlyThePods = releasePolicy({
    id: "stores-admit-only-the-pods",
    title: "The security groups of every selected store admit nothing but the pods",
    why: "Whatever else can open a connection needs only a password, and holds connections that the pods were counted for.",
    fix: "Take the rule out, or name the group or range in the setting allow",
    severity: "medium",
    pitfalls: ["P-NET-01"],
    links: ["https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html"],
    level: {
        is: "advisory",
        because: "a bastion, a migration or a rotation function may have its reasons, which rules do not show",
    },
    settings: {
        allow: {
            description: "Names of security groups, and ranges, that may reach stores too",
            default: [] as string[],
        },
    },
    check: (release, stack, report, { allow }) => {
        const pods = groupsOfPods(stack);
        report.each(reachedStores(release, stack), (find) => {
            const reached = find();
            // An endpoint is for all of the network: a role decides who gets through it.
            if (reached === undefined || reached.kind === "keyspaces") return;
            const groups = groupsOf(reached.store, reached.groups, stack);
            const mayCome = [...pods, ...groups];
            const others = sourcesOn(groups, reached.port, stack).filter((source) => isOther(source, mayCome, allow));
            if (others.length === 0) return;
            report.violation(
                `${reached.store.label}: ${groups.map(({ label }) => label).join(", ")} admits ${others.map(shown).join(", ")} on port ${reached.port}, ` +
                    `but only pods of ${release.label} connect to it. Take that out, or allow it in the pack's config.`,
                reached.store,
            );
        });
    },
});

function isOther(source: Source, mayCome: readonly StackResource[], allow: readonly string[]): boolean {
    if (source.kind === "cidr") return !allow.includes(source.cidr);
    if (source.kind !== "group" || allow.includes(source.group.name)) return false;
    return !mayCome.some(({ urn }) => urn === source.group.urn);
}
