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
    unknown: { never: "a policy that is made of other resources is one" },
    passes: [
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
