import type { ChartValues } from "../../infra/app/chart-values";
import { NAMESPACE } from "../../infra/app/platform";
import { ApplicationSecrets } from "../../infra/app/secrets";
import { TierRoles } from "../../infra/app/tier-roles";
import { callsAws, TIERS } from "../../infra/app/tiers";
import { AlarmTopic } from "../../infra/data/alarm-topic";
import { createNodeSecurityGroup } from "../../infra/network/node-security-group";
import { placeNetwork } from "../../stacks/network";
import { releaseValues } from "../../stacks/platform";
import { buildStores } from "../../stacks/stores";
import type { Settings } from "../../test/combinations/factors";
import { type RecordedResource, record, resolved } from "../../test/mocks";
import { committedStack } from "./committed-stack";

const STACK = "large";
const ACCOUNT = { accountId: "123456789012", partition: "aws", region: "eu-west-1", namePrefix: `kaireon-${STACK}` };
const NODES = "node-access";

/** What of a stack decides who reaches whom. */
export interface RegisteredNetwork {
    /** The values that the release is given. */
    readonly values: ChartValues;
    /** What the security groups admit: of the stores, and of the AWS services' endpoints. */
    readonly rules: readonly IngressRule[];
}

/** A rule by which a security group admits somebody. */
export interface IngressRule {
    readonly name: string;
    /** The security group that it belongs to. */
    readonly group: string;
    readonly description: string;
    readonly fromPort: number;
    readonly toPort: number;
    /** `nodes`, the name of another security group, or a range. */
    readonly source: string;
}

/** Network, stores and the release's values of the stack large with these settings, by the program's own functions under mocks. */
export async function registeredNetwork(settings: Settings): Promise<RegisteredNetwork> {
    const config = committedStack(STACK, settings);
    const { protect } = config;
    const { result, resources } = await record(() => {
        const network = placeNetwork(config, ACCOUNT);
        const nodeGroup = createNodeSecurityGroup(NODES, network);
        const alarms = new AlarmTopic("alarms", { ...ACCOUNT, ...config.alarms });
        const secrets = new ApplicationSecrets("secrets", { ...ACCOUNT, protect });
        const tiers = TIERS.filter(callsAws);
        const roles = new TierRoles("tier-roles", { tiers, namespace: NAMESPACE, accountId: ACCOUNT.accountId });
        const stores = buildStores(config, { ...ACCOUNT, protect, network, nodeGroup, alarms }, roles);
        return releaseValues({ config, account: ACCOUNT, network, stores, secrets });
    });
    return { values: await resolved(result), rules: ingressRules(resources) };
}

function ingressRules(resources: readonly RecordedResource[]): readonly IngressRule[] {
    return resources
        .filter(({ type }) => type === "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule")
        .map(({ name, inputs }) => ({
            name,
            group: nameOf(inputs["securityGroupId"]),
            description: String(inputs["description"]),
            fromPort: Number(inputs["fromPort"]),
            toPort: Number(inputs["toPort"]),
            source: sourceOf(inputs),
        }))
        .sort((left, right) => (left.name < right.name ? -1 : 1));
}

function sourceOf({ referencedSecurityGroupId, cidrIpv4 }: RecordedResource["inputs"]): string {
    if (referencedSecurityGroupId === undefined) return String(cidrIpv4);
    const group = nameOf(referencedSecurityGroupId);
    return group === NODES ? "nodes" : group;
}

/** Mocks make `<name>-id` of a resource's name. */
function nameOf(id: unknown): string {
    return String(id).replace(/-id$/, "");
}
