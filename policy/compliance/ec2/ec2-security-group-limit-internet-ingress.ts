import { stackPolicy } from "../../policy";
import { internetIn, isAllProtocols, shownPorts, type TrafficRule, trafficRules, trafficTypes } from "./traffic";

export const ec2SecurityGroupLimitInternetIngress = stackPolicy({
    id: "ec2-security-group-limit-internet-ingress",
    title: "The internet reaches ports 80 and 443 and no others",
    why: "Databases, caches, brokers, the API's own port and administration are tried from everywhere within minutes.",
    fix: "Name a security group, a prefix list or the addresses that need the port",
    severity: "critical",
    controls: [
        "EC2.13",
        "EC2.14",
        "EC2.18",
        "EC2.19",
        "EC2.53",
        "EC2.54",
        "CIS-AWS-5.0.0/5.1.2",
        "CIS-AWS-5.0.0/5.3",
        "CIS-AWS-5.0.0/5.4",
        "ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_redis_6379",
    ],
    links: [
        "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-18",
        "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-19",
    ],
    settings: {
        ports: { description: "Ports that may be open to the internet", default: ["80", "443"] },
    },
    types: trafficTypes("ingress"),
    check: (stack, report, { ports }) =>
        report.each(trafficRules("ingress", stack), (rule) => {
            const internet = internetIn(rule);
            if (internet === undefined || isLimitedTo(rule, ports)) return;
            const at = rule.path === "" ? "it" : rule.path;
            report.violation(
                `${rule.resource.label}: ${at} opens ${shownPorts(rule)} to ${internet}; only ${ports.join(" and ")} may be open to the internet. Name a security group or the addresses.`,
                rule.resource,
            );
        }),
});

function isLimitedTo(rule: TrafficRule, ports: readonly string[]): boolean {
    if (isAllProtocols(rule)) return false;
    const from = rule.ports.from.number();
    return from !== undefined && from === (rule.ports.to.number() ?? from) && ports.includes(String(from));
}
