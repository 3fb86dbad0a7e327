import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { documentFile, GENERATED_DOCUMENTS } from "./documents";
import { outputsOf } from "./outputs-document";
import { byType, kindOf, resourcesDocument } from "./resources-document";
import { rowsOf } from "./table-rows.fixture";

describe("generated documents", function () {
    // Some of them render the chart for every choice.
    this.timeout(3 * 60_000);

    for (const [name, content] of Object.entries(GENERATED_DOCUMENTS)) {
        it(`docs/${name} is what the code says; \`npm run docs\` rewrites it`, async () =>
            assert.equal(readFileSync(documentFile(name), "utf8"), await content()));
    }
});

describe("docs/resources.md", () => {
    const key = { type: "aws:kms/key:Key", name: "key", protect: true } as const;
    const resources = [
        { type: "kaireon:data:EncryptionKey", name: "key" },
        key,
        { type: "aws:ec2/vpc:Vpc", name: "network" },
        { ...key, name: "other", retainOnDelete: true, ignoreChanges: ["policy"] } as const,
    ];
    const text = resourcesDocument("large", resources);

    it("tells what providers make from what only groups", () => {
        assert.deepEqual(
            ["aws:kms/key:Key", "pulumi:providers:kubernetes", "random:index/randomId:RandomId"].map(kindOf),
            ["AWS", "component", "random values"],
        );
        assert.match(text, /4 in all.+3 that a provider makes, 1 that only group others/);
    });

    it("counts by type in the order of the alphabet", () =>
        assert.deepEqual(
            byType(resources).map(([type, members]) => [type, members.length]),
            [
                ["aws:ec2/vpc:Vpc", 1],
                ["aws:kms/key:Key", 2],
                ["kaireon:data:EncryptionKey", 1],
            ],
        ));

    it("lists what is guarded, what is kept, and what the program leaves alone", () => {
        assert.deepEqual(rowsOf(text, "`aws:kms/key:Key`"), [
            ["`aws:kms/key:Key`", "2"],
            ["`aws:kms/key:Key`", "`key`, `other`", "`other`"],
            ["`aws:kms/key:Key`", "1", "`policy`"],
        ]);
    });
});

describe("docs/outputs.md", () => {
    it("takes names and comments from the interface", () =>
        assert.deepEqual(
            outputsOf(`
                export interface Other { readonly no: string }
                export interface StackOutputs {
                    /** Where it answers. */
                    readonly url: string;
                    /** Its name. */
                    readonly name: pulumi.Output<string>;
                }`),
            [
                { name: "url", meaning: "Where it answers." },
                { name: "name", meaning: "Its name." },
            ],
        ));

    it("says so when the interface is gone", () =>
        assert.throws(() => outputsOf("export {};"), /declares no interface StackOutputs/));
});
