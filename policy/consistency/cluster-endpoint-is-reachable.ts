import { releasePolicy } from "../policy";

const CLUSTER = "aws:eks/cluster:Cluster";

export const clusterEndpointIsReachable = releasePolicy({
    id: "cluster-endpoint-is-reachable",
    title: "A cluster that answers inside its network alone is installed into from there",
    why: "The release times out after the stores are built, and the next refresh takes the cluster for unreachable.",
    fix: "Run Pulumi inside the VPC and say so in the setting insideVpc, or open the public endpoint to the runner's addresses",
    severity: "medium",
    pitfalls: ["P-NET-10"],
    links: ["https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html"],
    settings: {
        insideVpc: { description: "Whether Pulumi runs where the private endpoint can be reached", default: false },
    },
    check: (release, stack, report, { insideVpc }) => {
        if (insideVpc) return;
        report.each(stack.ofType(CLUSTER), (cluster) => {
            const { properties, label } = cluster;
            // Left out, AWS makes the endpoint public.
            if (properties.flag("vpcConfig.endpointPublicAccess") !== false) return;
            report.violation(
                `${label}: vpcConfig.endpointPublicAccess is false, but ${release.label} is installed into it by the same run. ` +
                    "Run it inside the VPC with insideVpc true in the pack's config, or set it to true with publicAccessCidrs of the runner.",
                cluster,
            );
        });
    },
});
