import assert from "node:assert/strict";
import { administrators, principalKey } from "./access";

describe("principalKey", () => {
    for (const [arn, key] of [
        ["arn:aws:iam::111122223333:role/admins", "111122223333-role-admins"],
        ["arn:aws:iam::111122223333:role/ops/admins", "111122223333-role-ops-admins"],
        ["arn:aws:iam::444455556666:user/ada", "444455556666-user-ada"],
    ] as const) {
        it(`names ${arn} by account, kind and path`, () => assert.equal(principalKey(arn), key));
    }
});

describe("administrators", () => {
    it("is empty without principals", () => assert.deepEqual(administrators([], "aws"), {}));

    it("keeps an entry's key when another principal is put before it", () => {
        const [first, second] = ["arn:aws:iam::111122223333:role/a", "arn:aws:iam::111122223333:role/b"];
        assert.deepEqual(administrators([second], "aws"), {
            "111122223333-role-b": administrators([first, second], "aws")["111122223333-role-b"],
        });
    });

    it("uses the policy of the partition", () => {
        const entry = administrators(["arn:aws-cn:iam::111122223333:role/a"], "aws-cn")["111122223333-role-a"];
        assert.deepEqual(entry?.accessPolicies?.["admin"], {
            policyArn: "arn:aws-cn:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy",
            accessScope: { type: "cluster" },
        });
    });
});
