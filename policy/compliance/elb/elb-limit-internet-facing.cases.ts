import type { PolicyCases } from "../../../test/policy/cases";
import { LOAD_BALANCER, withBalancer } from "./balancer.fixture";

const at = `${LOAD_BALANCER} balancer`;
const message = `balancer (${LOAD_BALANCER}): internal is not true, and the policy's setting public does not name it. Make it internal, or name it there.`;

export const cases: PolicyCases = {
    violations: [
        {
            when: "another load balancer is public",
            change: (stack) => withBalancer(stack).set(LOAD_BALANCER, "balancer", "internal", false),
            at,
            message,
            also: { "elb-load-balancer-require-web-acl": "a public one needs a web ACL besides" },
        },
    ],
    absent: [
        {
            when: "the program does not say",
            change: (stack) => withBalancer(stack).unset(LOAD_BALANCER, "balancer", "internal"),
            at,
            message,
            also: { "elb-load-balancer-require-web-acl": "a public one needs a web ACL besides" },
        },
    ],
    unknown: [
        {
            when: "the release's scheme is not known",
            change: (stack) => stack.setValueUnknown("ingress.scheme"),
            unchecked: "kaireon (kubernetes:helm.sh/v3:Release): values.ingress.scheme is not known before the update",
        },
    ],
    passes: [{ when: "the other one is internal", change: (stack) => withBalancer(stack) }],
};
