import type { PolicyCases } from "../../test/policy/cases";

export const cases: PolicyCases = {
    violations: [
        {
            when: "a pod stops before the load balancer has heard of it",
            change: (stack) => stack.setValue("api.preStopSleepSeconds", 5),
            at: "kubernetes:helm.sh/v3:Release kaireon",
            message:
                "kaireon (kubernetes:helm.sh/v3:Release): values.api.preStopSleepSeconds is 5, but the load balancer sends requests for up to 10 s more. Set it to at least 10.",
        },
        {
            when: "a pod is killed during its longest request",
            change: (stack) => stack.setValue("api.terminationGracePeriodSeconds", 45),
            at: "kubernetes:helm.sh/v3:Release kaireon",
            message:
                "kaireon (kubernetes:helm.sh/v3:Release): values.api.terminationGracePeriodSeconds is 45, but preStopSleepSeconds 20 and a request of 30 s need 50. Raise it.",
        },
        {
            when: "the load balancer drains longer than the pod lives",
            change: (stack) => stack.setValue("ingress.deregistrationDelaySeconds", 120),
            at: "kubernetes:helm.sh/v3:Release kaireon",
            message:
                "kaireon (kubernetes:helm.sh/v3:Release): the load balancer drains for 120 s (values.ingress.deregistrationDelaySeconds is 120), but values.api.terminationGracePeriodSeconds is 60: the pod is gone before. Lower the delay.",
        },
    ],
    absent: [
        {
            when: "the delay is left to AWS, which means 300 s",
            change: (stack) => stack.unsetValue("ingress.deregistrationDelaySeconds"),
            at: "kubernetes:helm.sh/v3:Release kaireon",
            message:
                "kaireon (kubernetes:helm.sh/v3:Release): the load balancer drains for 300 s (values.ingress.deregistrationDelaySeconds is not set), but values.api.terminationGracePeriodSeconds is 60: the pod is gone before. Lower the delay.",
        },
        {
            when: "there is no ingress",
            passes: true,
            change: (stack) => stack.unsetValue("ingress").setValue("api.preStopSleepSeconds", 0),
        },
    ],
    unknown: [
        {
            when: "the grace period is not known",
            change: (stack) => stack.setValueUnknown("api.terminationGracePeriodSeconds"),
            unchecked:
                "kaireon (kubernetes:helm.sh/v3:Release): values.api.terminationGracePeriodSeconds is not known before the update",
        },
    ],
};
