import type { PolicyCases } from "../../../test/policy/cases";

const TEMPLATE = "aws:ec2/launchTemplate:LaunchTemplate";
const message = `nodes-api (${TEMPLATE}): userData holds what looks like a credential. Let the node ask Secrets Manager with its role.`;
const encoded = (script: string) => Buffer.from(script).toString("base64");

export const cases: PolicyCases = {
    violations: [
        {
            when: "the script exports a password",
            change: (stack) =>
                stack.set(TEMPLATE, "nodes-api", "userData", encoded("#!/bin/sh\nexport DB_PASSWORD=correct-horse\n")),
            at: `${TEMPLATE} nodes-api`,
            message,
        },
        {
            when: "an access key is in it, not encoded",
            change: (stack) => stack.set(TEMPLATE, "nodes-api", "userData", "AKIAIOSFODNN7EXAMPLE"),
            at: `${TEMPLATE} nodes-api`,
            message,
            also: { "no-secrets-in-plain-values": "it looks at every text of every resource" },
        },
    ],
    absent: [
        { when: "there is none", passes: true, change: (stack) => stack.unset(TEMPLATE, "nodes-api", "userData") },
    ],
    unknown: [
        {
            when: "it is not known",
            change: (stack) => stack.setUnknown(TEMPLATE, "nodes-api", "userData"),
            unchecked: `nodes-api (${TEMPLATE}): userData is not known before the update`,
        },
    ],
    passes: [
        {
            when: "the script asks for a password",
            change: (stack) =>
                stack.set(
                    TEMPLATE,
                    "nodes-api",
                    "userData",
                    encoded("PASSWORD=$(aws secretsmanager get-secret-value --secret-id db)"),
                ),
        },
    ],
};
