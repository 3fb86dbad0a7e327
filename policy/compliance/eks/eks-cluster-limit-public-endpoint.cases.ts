import type { PolicyCases } from "../../../test/policy/cases";

const CLUSTER = "aws:eks/cluster:Cluster";
const at = `${CLUSTER} cluster-eksCluster`;
const message = (addresses: string) =>
    `cluster-eksCluster (${CLUSTER}): vpcConfig.endpointPublicAccess is not false and publicAccessCidrs is ${addresses}: everybody reaches the control plane. Set publicAccessCidrs to the addresses of who deploys, or endpointPublicAccess to false.`;

export const cases: PolicyCases = {
    violations: [
        {
            when: "one of the addresses is the internet",
            change: (stack) =>
                stack.set(CLUSTER, undefined, "vpcConfig.publicAccessCidrs", ["203.0.113.0/24", "0.0.0.0/0"]),
            at,
            message: message('["203.0.113.0/24","0.0.0.0/0"]'),
        },
    ],
    absent: [
        {
            when: "no addresses are named",
            change: (stack) => stack.unset(CLUSTER, undefined, "vpcConfig.publicAccessCidrs"),
            at,
            message: message("not set"),
        },
        {
            when: "whether it is public is left out",
            passes: true,
            change: (stack) => stack.unset(CLUSTER, undefined, "vpcConfig.endpointPublicAccess"),
        },
    ],
    unknown: [
        {
            when: "the addresses are not known",
            change: (stack) => stack.setUnknown(CLUSTER, undefined, "vpcConfig.publicAccessCidrs"),
            unchecked: `cluster-eksCluster (${CLUSTER}): vpcConfig.publicAccessCidrs is not known before the update`,
        },
    ],
    passes: [
        {
            when: "the endpoint is private",
            change: (stack) => stack.set(CLUSTER, undefined, "vpcConfig.endpointPublicAccess", false),
        },
    ],
};
