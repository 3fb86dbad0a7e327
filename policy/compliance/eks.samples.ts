import type { Samples } from "../../test/policy/cases";

export const samples: Samples = {
    inputs: {
        "eks-node-group-limit-ssh": {
            remoteAccess: { ec2SshKey: "operations", sourceSecurityGroupIds: ["sg-1"] },
            launchTemplate: { id: "lt-1", version: "1" },
            nodeRepairConfig: { enabled: true },
        },
    },
};
