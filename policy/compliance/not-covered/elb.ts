import type { NotCovered } from "../../not-covered";

export const elbNotCovered: readonly NotCovered[] = [
    {
        id: "ELB.21",
        why: "By design: the vendor's images speak HTTP on 3000, and TLS ends at the load balancer, inside the VPC. Asking for HTTPS would take every pod out of service.",
    },
    {
        id: "ELB.22",
        why: "By design: the vendor's images speak HTTP on 3000, and TLS ends at the load balancer, inside the VPC.",
    },
    {
        id: "CKV2_AWS_76",
        why: "Which managed rules a web ACL has is decided with the web ACL, which the program does not make; the platform runs on Node.js and Python, which Log4j is no part of.",
    },
    {
        id: "elbv2_listener_pqc_tls_enabled",
        why: "The policies' names are too new to be in any list that could be verified; ELB.17's list is enforced.",
    },
    {
        id: "ELB.5",
        why: "By half: checked for load balancers of the program. For those that the controller makes the log's bucket must exist first; name it in the chart's ingress.loadBalancerAttributes.",
    },
    {
        id: "ELB.6",
        why: "By half: checked for load balancers of the program. On those that the controller makes the protection keeps the Ingress, and so the stack, from ever being deleted.",
    },
    {
        id: "ELB.16",
        why: "By half: checked for load balancers of the program. The chart's Ingress takes a web ACL by ingress.annotations; the program makes none, and the controller's support for it is off.",
    },
];
