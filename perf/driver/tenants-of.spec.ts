import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PerfError } from "../perf-error";
import { tenantsOf } from "./tenants-of";

describe("the tenants of a run", () => {
    it("come from the vendor's variables, several in the same order", () => {
        assert.deepEqual(tenantsOf({ TENANT_ID: "a, b", API_KEY: "k1,k2" }), [
            { id: "a", apiKey: "k1" },
            { id: "b", apiKey: "k2" },
        ]);
    });

    it("are refused with everything that is wrong, and without a key in the message", () => {
        const unset = "TENANT_ID is not set; export the tenant's id.\nAPI_KEY is not set; export the tenant's API key.";
        assert.throws(() => tenantsOf({ TENANT_ID: " " }), new PerfError(unset));
        const uneven =
            "TENANT_ID names 2 and API_KEY has 1; export a key for each tenant, in the same order.\n" +
            "TENANT_ID or API_KEY holds a blank or a line's end; export words with commas between them.";
        assert.throws(() => tenantsOf({ TENANT_ID: "a,b", API_KEY: "se cret" }), new PerfError(uneven));
    });

    it("come from a file where one is given, and a wrong one is told without its keys", () => {
        const folder = mkdtempSync(join(tmpdir(), "tenants-"));
        const file = join(folder, "tenants.json");
        try {
            writeFileSync(file, '[{"id": "a", "apiKey": "k"}]');
            assert.deepEqual(tenantsOf({}, file), [{ id: "a", apiKey: "k" }]);
            writeFileSync(file, '[{"id": "a", "apiKey": "se cret"}, {"id": "b"}]');
            assert.throws(
                () => tenantsOf({}, file),
                ({ message }: Error) => /0\.apiKey: .*\n {2}1\.apiKey: /.test(message) && !message.includes("cret"),
            );
            writeFileSync(file, '[{"id": secret}]');
            assert.throws(() => tenantsOf({}, file), new PerfError(`tenants: ${file} cannot be read: it is no JSON.`));
        } finally {
            rmSync(folder, { recursive: true });
        }
    });
});
