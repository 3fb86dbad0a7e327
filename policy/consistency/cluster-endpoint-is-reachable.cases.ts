import type { PolicyCases } from "../../test/policy/cases";

const CLUSTER = "aws:eks/cluster:Cluster";
const NAME = "cluster-eksCluster";

export const cases: PolicyCases = {
    violations: [
        {
            when: "the public endpoint is shut",
            change: (stack) => stack.set(CLUSTER, NAME, "vpcConfig.endpointPublicAccess", false),
            at: `${CLUSTER} ${NAME}`,
            message:
                `${NAME} (${CLUSTER}): vpcConfig.endpointPublicAccess is false, but kaireon (kubernetes:helm.sh/v3:Release) is installed into it by the same run. ` +
                "Run it inside the VPC with insideVpc true in the pack's config, or set it to true with publicAccessCidrs of the runner.",
        },
    ],
    absent: [
        {
            when: "AWS's default holds",
            change: (stack) => stack.unset(CLUSTER, NAME, "vpcConfig.endpointPublicAccess"),
            passes: true,
        },
        { when: "the cluster is another stack's", change: (stack) => stack.remove(CLUSTER, NAME), passes: true },
    ],
    unknown: [
        {
            when: "it is not known whether it is shut",
            change: (stack) => stack.setUnknown(CLUSTER, NAME, "vpcConfig.endpointPublicAccess"),
            unchecked: `${NAME} (${CLUSTER}): vpcConfig.endpointPublicAccess is not known before the update`,
        },
    ],
};
