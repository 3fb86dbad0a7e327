import { resourcePolicy } from "../../policy";

export const eksClusterLimitPublicEndpoint = resourcePolicy({
    id: "eks-cluster-limit-public-endpoint",
    title: "The control plane is reached from inside the VPC, or from named addresses",
    why: "Anybody on the internet could try credentials and the API server's next hole. A program that runs outside the VPC needs the public endpoint, from its own addresses.",
    fix: "Set endpointPublicAccess to false, or publicAccessCidrs to the addresses of who deploys",
    severity: "high",
    controls: ["EKS.1", "CIS-EKS-1.8.0/5.4.1", "CIS-EKS-1.8.0/5.4.2"],
    links: [
        "https://docs.aws.amazon.com/securityhub/latest/userguide/eks-controls.html#eks-1",
        "https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html",
    ],
    types: ["aws:eks/cluster:Cluster"],
    check: ({ label, properties, urn }, report) => {
        const config = properties.at("vpcConfig");
        if (config.flag("endpointPublicAccess") === false) return;
        const addresses = config.texts("publicAccessCidrs");
        const open = addresses.find((cidr) => /\/[01]$/.test(cidr));
        if (addresses.length === 0 || open !== undefined)
            report.violation(
                `${label}: vpcConfig.endpointPublicAccess is not false and publicAccessCidrs is ${config.shown("publicAccessCidrs")}: everybody reaches the control plane. Set publicAccessCidrs to the addresses of who deploys, or endpointPublicAccess to false.`,
                { urn },
            );
    },
});
