import assert from "node:assert/strict";
import { loadChanged, refusalOf } from "../../config/changed-stack.fixture";
import { builtBackend, lacking, NOTHING } from "../built-backend.fixture";

const ADDRESSES = { networkPolicy: { storeCidrs: { opensearch: ["10.80.0.0/24"] } } };
const given = (endpoint: string) => ({ values: { opensearch: { endpoint }, ...ADDRESSES } });

describe("a search domain that is there already", () => {
    it("builds nothing and has pods sign for the stack's region", async () =>
        assert.deepEqual(await builtBackend("search", given("search.example.com")), {
            ...NOTHING,
            block: "existingSearch",
            values: { config: { SEARCH_INDEX: "opensearch" }, opensearch: { enabled: true, region: "eu-west-1" } },
        }));

    it("is refused without the ranges of its addresses", () =>
        assert.deepEqual(refusalOf({ values: { opensearch: { endpoint: "search.example.com" } } }), [
            lacking.addresses("opensearch", "the domain"),
        ]));

    it("is refused with more than a host for its endpoint", () =>
        assert.deepEqual(refusalOf(given("https://search.example.com")), [
            "opensearch.endpoint is https://search.example.com; it must be a host alone: the chart puts https:// before it. Give the host without scheme, port and path in kaireon:values.",
        ]));

    it("comes with a warning that its door is its owner's to open", () =>
        assert.deepEqual(loadChanged(given("search.example.com")).warnings, [
            "opensearch.endpoint is search.example.com; whether the domain lets the pods in is not checked. Once up has made them, allow es:ESHttp* in its access policy, and map in its security plugin, the roles arn:aws:iam::<account>:role/tier-roles-api-… and tier-roles-worker-….",
        ]));
});

describe("text search in PostgreSQL", () => {
    const off = { values: { opensearch: { enabled: false } } };

    it("builds nothing and needs nothing", async () =>
        assert.deepEqual(await builtBackend("search", off), {
            ...NOTHING,
            block: "postgresSearch",
            values: { config: { SEARCH_INDEX: "pg" } },
        }));

    it("comes with the overlay's own warning", () =>
        assert.deepEqual(loadChanged(off).warnings, [
            "opensearch.enabled is false; tsearch is fine for small fleets but caps out under sustained search load. Set opensearch.enabled to true in kaireon:values for a large fleet.",
        ]));
});
