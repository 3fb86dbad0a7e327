import assert from "node:assert/strict";
import { loadSettings } from "./load-settings";

const COMPLETE = { TARGET: "https://decisions.example.com/", TENANT_ID: "acme", API_KEY: "krn_1" };

describe("the settings of a script", () => {
    it("need the target, the tenant and its key, and have a default for the rest", () => {
        assert.deepEqual(loadSettings(COMPLETE), {
            target: "https://decisions.example.com",
            workload: {
                seed: 1,
                customers: 100_000,
                skew: 1,
                auth: "bearer",
                tenants: [{ id: "acme", apiKey: "krn_1" }],
                recommend: {},
            },
        });
    });

    it("take several tenants, and every other choice", () => {
        const { workload } = loadSettings({
            ...COMPLETE,
            TENANT_ID: "a, b",
            API_KEY: "1,2",
            SEED: "7",
            CUSTOMERS: "10",
            SKEW: "0.5",
            AUTH: "x-api-key",
            CHANNEL: "web",
            PLACEMENT: "hero",
            DECISION_FLOW_KEY: "main",
        });
        assert.deepEqual(workload, {
            seed: 7,
            customers: 10,
            skew: 0.5,
            auth: "x-api-key",
            tenants: [
                { id: "a", apiKey: "1" },
                { id: "b", apiKey: "2" },
            ],
            recommend: { channel: "web", placement: "hero", decisionFlowKey: "main" },
        });
    });

    it("are refused with all that is missing, and how to give it", () => {
        assert.throws(() => loadSettings({ TARGET: " " }), {
            message: [
                "The environment of this script is not complete:",
                "  TARGET is missing: where the platform answers: https://decisions.example.com. Give it with -e TARGET=…",
                "  TENANT_ID is missing: the tenant's id; several with commas between them. Give it with -e TENANT_ID=…",
                "  API_KEY is missing: the tenant's API key; as many as there are ids, in their order. Give it with -e API_KEY=…",
            ].join("\n"),
        });
    });

    it("are refused with all that is wrong, and never name a key", () => {
        const wrong = {
            TARGET: "decisions.example.com",
            TENANT_ID: "a,b,c",
            API_KEY: "krn_secret,2",
            SEED: "1.5",
            CUSTOMERS: "0",
            SKEW: "-1",
            AUTH: "basic",
        };
        assert.throws(
            () => loadSettings(wrong),
            (problem: Error) => {
                assert.deepEqual(problem.message.split("\n").slice(1), [
                    "  TARGET is decisions.example.com; it must begin with http:// or https://.",
                    "  TENANT_ID names 3 and API_KEY has 2; give a key for each tenant, in the same order.",
                    "  SEED is 1.5; it must be a whole number from 0.",
                    "  CUSTOMERS is 0; it must be a whole number from 1.",
                    "  SKEW is -1; it must be a number from 0.",
                    "  AUTH is basic; it must be bearer or x-api-key.",
                ]);
                return true;
            },
        );
    });
});
