import type { Release } from "../graph/release";
import type { Stack } from "../graph/stack";
import type { StackResource } from "../graph/stack-resource";
import { type Report, releasePolicy } from "../policy";
import { backendsAskingRoles } from "./aws-backends";
import { rolesOf } from "./pod-roles";

const DOMAIN = "aws:opensearch/domain:Domain";
const DOMAIN_POLICY = "aws:opensearch/domainPolicy:DomainPolicy";

export const searchAccessNamesPodRoles = releasePolicy({
    id: "search-access-names-pod-roles",
    title: "The search domain's access policy and its roles admit the roles of the pods",
    why: "The domain has two doors of its own behind IAM: pods get 403 although network and IAM are right.",
    fix: "Name the pods' roles in the access policy, and map them to a role of the security plugin",
    severity: "high",
    pitfalls: ["P-IAM-04"],
    links: ["https://docs.aws.amazon.com/opensearch-service/latest/developerguide/fgac.html"],
    check: (release, stack, report) => {
        const search = backendsAskingRoles(release.values, stack).find(({ types }) => types.includes(DOMAIN));
        if (search === undefined) return;
        const callers = search.needs.flatMap(({ tiers }) => tiers);
        const tiers = release.tiers.filter((tier) => tier.enabled && callers.includes(tier.name));
        report.each(stack.ofType(DOMAIN), (domain) =>
            report.each([...new Set(tiers.flatMap((tier) => rolesOf(release, tier, stack)))], (role) =>
                checkRole(release, { domain, role }, stack, report),
            ),
        );
    },
});

interface Pair {
    readonly domain: StackResource;
    readonly role: StackResource;
}

function checkRole(release: Release, { domain, role }: Pair, stack: Stack, report: Report): void {
    const start = `${domain.label}: pods of ${release.label} search with ${role.label}, but`;
    const holders = [domain, ...stack.referringTo(domain, DOMAIN_POLICY, "domainName")];
    const policies = holders.filter((holder) => holder.gives("accessPolicies"));
    if (policies.length === 0)
        report.violation(`${start} the domain has no access policy. Name the role in one.`, domain);
    else if (!policies.some((holder) => admits(holder, role)))
        report.violation(
            `${start} the access policy of ${policies.map(({ name }) => name).join(", ")} does not name it. Add it.`,
            domain,
        );
    const security = domain.properties.at("advancedSecurityOptions");
    if (!domain.gives("advancedSecurityOptions") || security.flag("enabled") !== true) return;
    if (domain.sources("advancedSecurityOptions").includes(role) || mappings({ domain, role }, stack).length > 0)
        return;
    report.violation(
        `${start} fine-grained access control is on and nothing maps the role: neither masterUserOptions.masterUserArn nor a resource that knows both. Map it.`,
        domain,
    );
}

function admits(holder: StackResource, role: StackResource): boolean {
    if (holder.sources("accessPolicies").includes(role)) return true;
    const document = holder.properties.at("accessPolicies");
    // Literal principals of a role whose ARN only the update knows cannot be compared: any may be meant.
    return document.state === "known" && /"AWS":|"Principal":\s*"\*"/.test(document.text() ?? "");
}

/** Whatever maps roles (a job, a command, a resource of the plugin's own provider) is made of the domain and of the role. */
function mappings({ domain, role }: Pair, stack: Stack): readonly StackResource[] {
    return stack.resources.filter(
        (resource) =>
            !resource.type.startsWith("aws:") &&
            resource.dependencies.includes(domain) &&
            resource.dependencies.includes(role),
    );
}
