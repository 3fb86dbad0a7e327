import { fields } from "../protocol/values";
import type { ClusterInputs } from "./inputs";
import type { Monitor, Registered } from "./monitor";
import { combine, type Input } from "./output";

const ANYWHERE = { fromPort: 0, toPort: 0, protocol: "-1", cidrBlocks: ["0.0.0.0/0"], type: "egress" };
const HTTPS = { fromPort: 443, toPort: 443, protocol: "tcp", type: "ingress" };

/** The group of the control plane's network interfaces. */
export async function createClusterSecurityGroup(
    monitor: Monitor,
    name: string,
    parent: string,
    inputs: ClusterInputs,
): Promise<Registered> {
    const group = await monitor.resource(
        "aws:ec2/securityGroup:SecurityGroup",
        `${name}-eksClusterSecurityGroup`,
        {
            vpcId: inputs.get("vpcId"),
            revokeRulesOnDelete: true,
            tags: combine(
                [inputs.get("clusterSecurityGroupTags"), inputs.get("tags")],
                ([own = null, tags = null]) => ({
                    Name: `${name}-eksClusterSecurityGroup`,
                    ...fields(own),
                    ...fields(tags),
                }),
            ),
        },
        { parent },
    );
    await createRule(monitor, `${name}-eksClusterInternetEgressRule`, parent, {
        ...ANYWHERE,
        description: "Allow internet access.",
        securityGroupId: group.id,
    });
    return group;
}

export interface NodeSecurityGroup {
    readonly group: Registered;
    /** Lets the nodes reach the API server. */
    readonly clusterIngressRule: Registered;
}

/** The group that the component's own node groups would carry; it exists with none of them too. */
export async function createNodeSecurityGroup(
    monitor: Monitor,
    name: string,
    parent: string,
    inputs: ClusterInputs,
    cluster: Registered,
    clusterSecurityGroup: Registered,
): Promise<NodeSecurityGroup> {
    const tagInputs = [inputs.get("nodeSecurityGroupTags"), inputs.get("tags"), cluster.get("name")];
    const group = await monitor.resource(
        "aws:ec2/securityGroup:SecurityGroup",
        `${name}-nodeSecurityGroup`,
        {
            vpcId: inputs.get("vpcId"),
            revokeRulesOnDelete: true,
            tags: combine(tagInputs, ([own = null, tags = null, clusterName]) => ({
                Name: `${name}-nodeSecurityGroup`,
                [`kubernetes.io/cluster/${clusterName}`]: "owned",
                ...fields(own),
                ...fields(tags),
            })),
        },
        { parent },
    );
    const nodes = group.id;
    const controlPlane = clusterSecurityGroup.id;
    const rule = (suffix: string, args: Readonly<Record<string, Input>>) =>
        createRule(monitor, `${name}-${suffix}`, parent, args);
    await rule("eksNodeIngressRule", {
        description: "Allow nodes to communicate with each other",
        ...{ type: "ingress", fromPort: 0, toPort: 0, protocol: "-1", self: true, securityGroupId: nodes },
    });
    await rule("eksNodeClusterIngressRule", {
        description: "Allow worker Kubelets and pods to receive communication from the cluster control plane",
        ...{ type: "ingress", fromPort: 1025, toPort: 65535, protocol: "tcp" },
        ...{ securityGroupId: nodes, sourceSecurityGroupId: controlPlane },
    });
    await rule("eksExtApiServerClusterIngressRule", {
        description:
            "Allow pods running extension API servers on port 443 to receive communication from cluster control plane",
        ...{ ...HTTPS, securityGroupId: nodes, sourceSecurityGroupId: controlPlane },
    });
    await rule("eksNodeInternetEgressRule", {
        ...{ ...ANYWHERE, description: "Allow internet access.", securityGroupId: nodes },
    });
    const clusterIngressRule = await rule("eksClusterIngressRule", {
        description: "Allow pods to communicate with the cluster API Server",
        ...{ ...HTTPS, securityGroupId: controlPlane, sourceSecurityGroupId: nodes },
    });
    return { group, clusterIngressRule };
}

function createRule(
    monitor: Monitor,
    name: string,
    parent: string,
    args: Readonly<Record<string, Input>>,
): Promise<Registered> {
    return monitor.resource("aws:ec2/securityGroupRule:SecurityGroupRule", name, args, { parent });
}
