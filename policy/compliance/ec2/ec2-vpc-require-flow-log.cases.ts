import type { PolicyCases } from "../../../test/policy/cases";

const LOG = "aws:ec2/flowLog:FlowLog";

export const cases: PolicyCases = {
    violations: [
        {
            when: "only what is let through is logged",
            change: (stack) => stack.set(LOG, undefined, "trafficType", "ACCEPT"),
            at: `${LOG} network-flow`,
            message: `network-flow (${LOG}): trafficType is "ACCEPT"; it must be REJECT or ALL.`,
        },
    ],
    absent: [
        {
            when: "there is no flow log",
            change: (stack) => stack.removeAll(LOG),
            at: "aws:ec2/vpc:Vpc network",
            message: "network (aws:ec2/vpc:Vpc): it has no flow log. Make a FlowLog with trafficType ALL.",
        },
    ],
    unknown: [
        {
            when: "what is logged is not known",
            change: (stack) => stack.setUnknown(LOG, undefined, "trafficType"),
            unchecked: `network-flow (${LOG}): trafficType is not known before the update`,
        },
    ],
};
