import type { PolicyCases } from "../../../test/policy/cases";
import { UNKNOWNS } from "../../graph/unknown";
import { addBucket, companionName, OWNERSHIP } from "./bucket.fixture";

const ACL = "aws:s3/bucketAcl:BucketAcl";
const name = companionName(OWNERSHIP);
const withOwnership = (rule: Readonly<Record<string, unknown>>) => ({ but: { [OWNERSHIP]: { rule } } });
const refused = (is: string) => ({
    at: `${OWNERSHIP} ${name}`,
    message: `${name} (${OWNERSHIP}): rule.objectOwnership is ${is}; it must be BucketOwnerEnforced. Set it.`,
});

export const cases: PolicyCases = {
    violations: [
        {
            when: "objects belong to who writes them",
            change: (stack) => addBucket(stack, withOwnership({ objectOwnership: "ObjectWriter" })),
            ...refused('"ObjectWriter"'),
        },
        {
            when: "an ACL grants something",
            change: (stack) =>
                addBucket(stack).add({
                    type: ACL,
                    name: "reports-acl",
                    props: { acl: "private", accessControlPolicy: { grants: [] } },
                    from: { bucket: ["reports"] },
                }),
            at: `${ACL} reports-acl`,
            message: `reports-acl (${ACL}): accessControlPolicy is set; a bucket policy must say who may do what. Leave it out.`,
        },
    ],
    absent: [
        {
            when: "the controls say nothing",
            change: (stack) => addBucket(stack, withOwnership({})),
            ...refused("not set"),
        },
        {
            when: "there are no controls, which means the owner",
            passes: true,
            change: (stack) => addBucket(stack, { without: OWNERSHIP }),
        },
    ],
    unknown: [
        {
            when: "the owner is not known",
            change: (stack) => addBucket(stack, withOwnership({ objectOwnership: UNKNOWNS.string })),
            unchecked: `${name} (${OWNERSHIP}): rule.objectOwnership is not known before the update`,
        },
    ],
};
