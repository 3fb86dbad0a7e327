import type { PolicyCases } from "../../../test/policy/cases";
import { LOAD_BALANCER, withBalancer } from "./balancer.fixture";

const at = `${LOAD_BALANCER} balancer`;
const message = `balancer (${LOAD_BALANCER}): no WebAclAssociation names it. Make one.`;
const also = { "elb-limit-internet-facing": "no other load balancer may be public" };

export const cases: PolicyCases = {
    violations: [
        {
            when: "a public one has no web ACL",
            change: (stack) => withBalancer(stack).set(LOAD_BALANCER, "balancer", "internal", false),
            at,
            message,
            also,
        },
    ],
    absent: [
        {
            when: "the program does not say whether it is public",
            change: (stack) => withBalancer(stack).unset(LOAD_BALANCER, "balancer", "internal"),
            at,
            message,
            also,
        },
    ],
    unknown: [
        {
            when: "whether it is public is not known",
            change: (stack) => withBalancer(stack).setUnknown(LOAD_BALANCER, "balancer", "internal"),
            unchecked: `balancer (${LOAD_BALANCER}): internal is not known before the update`,
        },
    ],
    passes: [
        {
            when: "a web ACL is associated",
            change: (stack) =>
                withBalancer(stack)
                    .set(LOAD_BALANCER, "balancer", "internal", false)
                    .add({
                        type: "aws:wafv2/webAclAssociation:WebAclAssociation",
                        name: "shield",
                        props: {},
                        from: { resourceArn: ["balancer"] },
                    }),
        },
    ],
};
