import type { PolicyCases } from "../../../test/policy/cases";
import { UNKNOWNS } from "../../graph/unknown";

const KEY = "aws:kms/key:Key";

const refused = {
    at: `${KEY} interactions-key`,
    message: `interactions-key (${KEY}): policy is not set and no KeyPolicy names the key. Set policy.`,
};

export const cases: PolicyCases = {
    violations: [
        {
            when: "the policy is left to AWS, which the preview does not know",
            // No source: the provider computes it.
            change: (stack) => stack.set(KEY, "interactions-key", "policy", UNKNOWNS.string),
            ...refused,
        },
    ],
    absent: [
        { when: "there is no policy", change: (stack) => stack.unset(KEY, "interactions-key", "policy"), ...refused },
    ],
    unknown: [
        {
            when: "nothing is known of the key",
            change: (stack) =>
                stack
                    .set(KEY, "interactions-key", "policy", UNKNOWNS.string)
                    .set(KEY, "interactions-key", "description", UNKNOWNS.string),
            unchecked: `interactions-key (${KEY}): policy is not known before the update`,
        },
    ],
    passes: [
        {
            when: "other resources make up the policy",
            change: (stack) => stack.setUnknown(KEY, "interactions-key", "policy"),
        },
        {
            when: "a KeyPolicy names the key",
            change: (stack) =>
                stack.unset(KEY, "interactions-key", "policy").add({
                    type: "aws:kms/keyPolicy:KeyPolicy",
                    name: "interactions-key-policy",
                    props: { keyId: UNKNOWNS.string, policy: "{}" },
                    from: { keyId: ["interactions-key"] },
                }),
        },
    ],
};
