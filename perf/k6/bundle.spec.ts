import assert from "node:assert/strict";
import { SCENARIOS } from "../workload/scenarios";
import { bundleScript } from "./bundle";

describe("the bundle", () => {
    for (const { name } of SCENARIOS)
        it(`of ${name} is one module that imports nothing but k6's, and exports what k6 calls`, async () => {
            const { code, imports } = await bundleScript(name);
            assert.deepEqual(imports, ["k6/execution", "k6/http", "k6/metrics"]);
            const exported = /export\s*\{([^}]*)\}/
                .exec(code)?.[1]
                ?.split(",")
                .map((one) => one.trim().split(" as ").at(-1));
            assert.deepEqual(exported?.sort(), ["default", "handleSummary", "options", "setup"]);
            assert.ok(code.includes(`"${name}"`));
        });

    it("holds no syntax and no value that k6's engine might not know", async () => {
        const { code } = await bundleScript("recommend-100rps");
        // Optional chaining, nullish coalescing, private fields, literals of BigInt.
        assert.doesNotMatch(code, /\?\.[a-zA-Z[(]|\?\?|\bthis\.#|\d+n\b|\bBigInt\(/);
        assert.doesNotMatch(code, /\brequire\(|\bprocess\.|\bBuffer\b|\bnew URL\b/);
    });

    it("is small: each virtual user loads one of its own", async () => {
        const { code } = await bundleScript("day");
        assert.ok(code.length < 60_000, `${code.length} characters`);
    });
});
