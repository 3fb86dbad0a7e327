import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { installedVersion, projectRoot } from "../project";
import { requiredPackages } from "./required-packages";

describe("the plugins that a program needs", () => {
    const folder = mkdtempSync(join(tmpdir(), "kaireon-packages-"));
    after(() => rmSync(folder, { recursive: true }));

    it("are those of this project's SDKs, with the SDKs' versions", () => {
        assert.deepEqual(
            requiredPackages(projectRoot).map(({ name, version }) => [name, version]),
            ["aws", "eks", "kubernetes", "random"].map((name) => [name, installedVersion(`@pulumi/${name}`)]),
        );
    });

    it("are named as the package says, else after the package", () => {
        const packages = {
            "plain/package.json": { name: "plain", version: "v1.0.0", pulumi: { resource: true } },
            "@acme/cloud/package.json": { name: "@acme/cloud", version: "2.0.0", pulumi: { resource: true } },
            "named/package.json": {
                name: "named",
                version: "3.0.0",
                pulumi: { resource: true, name: "other", version: "4.0.0", server: "https://acme.example" },
            },
            "component/package.json": { name: "component", version: "1.0.0", pulumi: { resource: false } },
            "zod/package.json": { name: "zod", version: "1.0.0" },
            ".bin/tool": {},
        };
        for (const [path, manifest] of Object.entries(packages)) {
            const file = join(folder, "node_modules", path);
            mkdirSync(dirname(file), { recursive: true });
            writeFileSync(file, JSON.stringify(manifest));
        }
        assert.deepEqual(requiredPackages(folder), [
            { name: "acme/cloud", version: "2.0.0", server: "" },
            { name: "other", version: "4.0.0", server: "https://acme.example" },
            { name: "plain", version: "1.0.0", server: "" },
        ]);
    });

    it("are none where nothing is installed", () => {
        assert.deepEqual(requiredPackages("/nowhere"), []);
    });
});
