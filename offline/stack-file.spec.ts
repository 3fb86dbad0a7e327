import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { copyStackFile, keepStackFiles, offlineStackFile } from "./stack-file";

const PLAIN = "# sizes\nconfig:\n  aws:region: eu-west-1\n  kaireon:redis: { shards: 3 }\n";

describe("the stack file of an offline run", () => {
    const folder = mkdtempSync(join(tmpdir(), "kaireon-stack-file-"));
    after(() => rmSync(folder, { recursive: true }));

    it("is the committed one, to the letter", () => {
        assert.deepEqual(offlineStackFile(PLAIN), { text: PLAIN, leftOut: [] });
    });

    it("has nothing of the real stack's keys and environments, and says which values that leaves out", () => {
        const real = [
            "secretsprovider: awskms://alias/x",
            "encryptedkey: abc",
            "encryptionsalt: v1:abc",
            "environment: [shared]",
            "config:",
            "  aws:region: eu-west-1",
            "  kaireon:token: { secure: v1:abc }",
            "  kaireon:nested: { list: [{ secure: v1:def }] }",
            "",
        ].join("\n");
        const { text, leftOut } = offlineStackFile(real);
        assert.equal(text, "config:\n  aws:region: eu-west-1\n");
        assert.deepEqual(leftOut, ["kaireon:token", "kaireon:nested"]);
    });

    it("is copied afresh over what the engine saved in it", () => {
        const [source, copy] = [join(folder, "Pulumi.large.yaml"), join(folder, "copies", "Pulumi.large.yaml")];
        writeFileSync(source, PLAIN);
        copyStackFile(source, copy);
        writeFileSync(copy, "config:\n  kaireon:values: {}\n");
        copyStackFile(source, copy);
        assert.equal(readFileSync(copy, "utf8"), PLAIN);
    });

    it("is empty where there is none", () => {
        const copy = join(folder, "copies", "Pulumi.none.yaml");
        assert.deepEqual(copyStackFile(join(folder, "Pulumi.none.yaml"), copy), []);
        assert.equal(readFileSync(copy, "utf8"), "");
    });

    it("is put back, whatever a command does to the committed one", () => {
        const file = (name: string) => join(folder, name);
        for (const name of ["Pulumi.large.yaml", "Pulumi.dev.yaml", "Pulumi.yaml"]) writeFileSync(file(name), PLAIN);
        const putBack = keepStackFiles(folder);
        writeFileSync(file("Pulumi.large.yaml"), "encryptionsalt: v1\n");
        rmSync(file("Pulumi.dev.yaml"));
        writeFileSync(file("Pulumi.new.yaml"), "encryptionsalt: v1\n");
        assert.deepEqual(putBack(), ["Pulumi.dev.yaml", "Pulumi.large.yaml", "Pulumi.new.yaml"]);
        assert.equal(readFileSync(file("Pulumi.large.yaml"), "utf8"), PLAIN);
        assert.equal(readFileSync(file("Pulumi.dev.yaml"), "utf8"), PLAIN);
        assert.equal(existsSync(file("Pulumi.new.yaml")), false);
        assert.deepEqual(putBack(), []);
    });
});
