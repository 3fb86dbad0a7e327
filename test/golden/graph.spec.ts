import assert from "node:assert/strict";
import { graphOf, label } from "./graph";

const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
const KEY = "urn:pulumi:large::kaireon::kaireon:data:Key$aws:kms/key:Key::key";
const RULE = "urn:pulumi:large::kaireon::aws:ec2/rule:Rule::rule";
const SECRET = "urn:pulumi:large::kaireon::aws:secretsmanager/secret:Secret::secret";

describe("the graph of a preview", () => {
    it("names a resource by its own type and name", () => {
        assert.equal(label(KEY), "aws:kms/key:Key key");
    });

    it("holds what the program declares, sorted, and what a resource waits for beside its inputs", () => {
        const graph = graphOf([
            {
                op: "create",
                urn: SECRET,
                newState: {
                    type: "aws:secretsmanager/secret:Secret",
                    parent: KEY,
                    protect: true,
                    retainOnDelete: true,
                    ignoreChanges: ["b", "a"],
                    dependencies: [KEY, RULE],
                    propertyDependencies: { kmsKeyId: [KEY], name: null },
                    inputs: {
                        __defaults: ["name"],
                        name: "secret-1a2b3c4",
                        kmsKeyId: UNKNOWN,
                        policy: `{"b":"${UNKNOWN}","a":1}`,
                        note: `see ${UNKNOWN}`,
                        bucket: "secret-1a2b3c4-0001",
                        commit: "1a2b3c5",
                        list: [{ __defaults: [], z: 1, a: 2 }],
                    },
                },
            },
            { op: "create", urn: KEY, newState: { type: "aws:kms/key:Key" } },
            { op: "delete", urn: RULE },
        ]);
        assert.deepEqual(Object.keys(graph), ["aws:kms/key:Key key", "aws:secretsmanager/secret:Secret secret"]);
        assert.deepEqual(graph["aws:kms/key:Key key"], {});
        assert.deepEqual(graph["aws:secretsmanager/secret:Secret secret"], {
            parent: "aws:kms/key:Key key",
            protect: true,
            retainOnDelete: true,
            ignoreChanges: ["a", "b"],
            dependsOn: ["aws:ec2/rule:Rule rule"],
            inputs: {
                bucket: "secret-<random>-0001",
                commit: "1a2b3c5",
                kmsKeyId: "<unknown>",
                list: [{ a: 2, z: 1 }],
                note: "see <unknown>",
                policy: { JSON: { a: 1, b: "<unknown>" } },
            },
        });
    });
});
