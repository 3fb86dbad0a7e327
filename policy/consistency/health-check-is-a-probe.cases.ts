import type { PolicyCases } from "../../test/policy/cases";

const RELEASE = "kubernetes:helm.sh/v3:Release kaireon";
const LABEL = "kaireon (kubernetes:helm.sh/v3:Release)";
const SUBNET = "aws:ec2/subnet:Subnet";

export const cases: PolicyCases = {
    violations: [
        {
            when: "the path is none of the api's",
            change: (stack) => stack.setValue("ingress.healthCheckPath", "/healthz"),
            at: RELEASE,
            message: `${LABEL}: values.ingress.healthCheckPath is /healthz, but the api's probes ask for /api/health, /api/ready. Set it to one of them.`,
        },
        {
            when: "the api is told another port",
            change: (stack) => stack.setValue("api.env.PORT", "8080"),
            at: RELEASE,
            message: `${LABEL}: values.api.env.PORT is 8080, but the service and the probes use values.api.port, 3000. Leave it out, or set both to the same.`,
        },
        {
            when: "the load balancer's subnets are not let through",
            change: (stack) => stack.set(SUBNET, "network-public-eu-west-1a", "cidrBlock", "10.65.0.0/22"),
            at: RELEASE,
            message:
                `${LABEL}: values.networkPolicy.vpcCidr is 10.64.0.0/16, but the load balancer lies in 10.65.0.0/22 (network-public-eu-west-1a) too, ` +
                "and its requests are dropped. Set it to the VPC's range.",
        },
    ],
    absent: [
        {
            when: "the values have no probes",
            change: (stack) => stack.unsetValue("api.probes").setValue("ingress.healthCheckPath", "/"),
            at: RELEASE,
            message: `${LABEL}: values.ingress.healthCheckPath is /, but the api's probes ask for /api/health, /api/ready. Set it to one of them.`,
        },
        {
            when: "there is no ingress",
            change: (stack) => stack.unsetValue("ingress").setValue("api.env.PORT", "8080"),
            passes: true,
        },
    ],
    unknown: [
        {
            when: "the path is not known",
            change: (stack) => stack.setValueUnknown("ingress.healthCheckPath"),
            unchecked: `${LABEL}: values.ingress.healthCheckPath is not known before the update`,
        },
    ],
    passes: [
        {
            when: "the values leave the path to the chart",
            change: (stack) => stack.unsetValue("ingress.healthCheckPath").unsetValue("api.probes"),
        },
        {
            when: "the api and its service move together",
            change: (stack) => stack.setValue("api.env.PORT", "8080").setValue("api.port", 8080),
        },
    ],
};
