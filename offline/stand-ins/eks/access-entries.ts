import { fields } from "../protocol/values";
import type { ClusterInputs } from "./inputs";
import type { Monitor, Registered } from "./monitor";
import { Output } from "./output";

/** Who may use the Kubernetes API: an access entry per principal, and its policies below it. */
export async function createAccessEntries(
    monitor: Monitor,
    name: string,
    parent: string,
    inputs: ClusterInputs,
    cluster: Registered,
): Promise<string[]> {
    const urns: string[] = [];
    const dependencies = inputs.get("accessEntries")?.dependencies ?? [];
    const clusterName = cluster.get("name");
    for (const [key, given] of Object.entries(fields(inputs.plain("accessEntries")))) {
        const { accessPolicies, username, ...rest } = fields(given);
        const principalArn = new Output(rest["principalArn"] ?? null, dependencies);
        const entry = await monitor.resource(
            "aws:eks/accessEntry:AccessEntry",
            `${name}-${key}`,
            { ...rest, principalArn, clusterName, ...(username === undefined ? {} : { userName: username }) },
            { parent, dependsOn: [cluster.urn] },
        );
        urns.push(entry.urn);
        for (const [policyKey, association] of Object.entries(fields(accessPolicies))) {
            const { accessScope, policyArn } = fields(association);
            await monitor.resource(
                "aws:eks/accessPolicyAssociation:AccessPolicyAssociation",
                `${name}-${key}-${policyKey}`,
                { accessScope, policyArn, principalArn, clusterName },
                { parent: entry.urn, dependsOn: [entry.urn] },
            );
        }
    }
    return urns;
}
