import type { PolicyCases } from "../../test/policy/cases";

export const cases: PolicyCases = {
    violations: [
        {
            when: "the api closes connections first",
            change: (stack) => stack.setValue("api.keepAliveSeconds", 60),
            at: "kubernetes:helm.sh/v3:Release kaireon",
            message:
                "kaireon (kubernetes:helm.sh/v3:Release): values.api.keepAliveSeconds is 60, but the load balancer's idle timeout is 60 (values.ingress.idleTimeoutSeconds is 60). Set it to more than 60.",
        },
    ],
    absent: [
        {
            when: "the idle timeout is left to AWS, which means 60 s",
            change: (stack) => stack.unsetValue("ingress.idleTimeoutSeconds").setValue("api.keepAliveSeconds", 55),
            at: "kubernetes:helm.sh/v3:Release kaireon",
            message:
                "kaireon (kubernetes:helm.sh/v3:Release): values.api.keepAliveSeconds is 55, but the load balancer's idle timeout is 60 (values.ingress.idleTimeoutSeconds is not set). Set it to more than 60.",
        },
        {
            when: "the chart has no such setting",
            passes: true,
            change: (stack) => stack.unsetValue("api.keepAliveSeconds"),
        },
    ],
    unknown: [
        {
            when: "the idle timeout is not known",
            change: (stack) => stack.setValueUnknown("ingress.idleTimeoutSeconds"),
            unchecked:
                "kaireon (kubernetes:helm.sh/v3:Release): values.ingress.idleTimeoutSeconds is not known before the update",
        },
    ],
};
