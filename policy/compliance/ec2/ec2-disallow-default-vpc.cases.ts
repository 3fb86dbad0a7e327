import type { PolicyCases } from "../../../test/policy/cases";

const TYPE = "aws:ec2/defaultVpc:DefaultVpc";

export const cases: PolicyCases = {
    violations: [
        {
            when: "the program takes over the default VPC",
            change: (stack) => stack.add({ type: TYPE, name: "default", props: {} }),
            at: `${TYPE} default`,
            message: `default (${TYPE}): the program takes over the default VPC. Build a Vpc in its place.`,
        },
    ],
    absent: [{ when: "there is none", passes: true, change: (stack) => stack }],
    unknown: { never: "The resource is enough, whatever it says." },
};
