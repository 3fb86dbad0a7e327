import type { Samples } from "../../test/policy/cases";

const LOAD_BALANCER = {
    dropInvalidHeaderFields: true,
    accessLogs: { enabled: true, bucket: "logs" },
    enableDeletionProtection: true,
    internal: true,
    subnets: ["subnet-a", "subnet-b"],
};

export const samples: Samples = {
    inputs: {
        "aws:lb/loadBalancer:LoadBalancer": LOAD_BALANCER,
        "elb-load-balancer-require-cross-zone": {
            ...LOAD_BALANCER,
            loadBalancerType: "network",
            enableCrossZoneLoadBalancing: true,
        },
        "aws:lb/listener:Listener": {
            protocol: "HTTPS",
            port: 443,
            sslPolicy: "ELBSecurityPolicy-TLS13-1-2-2021-06",
            defaultActions: [{ type: "forward" }],
        },
        "aws:lb/targetGroup:TargetGroup": { protocol: "HTTP", port: 3000, healthCheck: { path: "/api/ready" } },
    },
};
