import assert from "node:assert/strict";
import { isDeepStrictEqual } from "node:util";
import { seedValues } from "../../infra/sizing/seed-values";
import { goldenGraph } from "../../test/golden/preview-graph";
import { rowsOf } from "./table-rows.fixture";
import { valueLeaves } from "./value-leaves";
import { valuesContractDocument } from "./values-contract-document";

describe("docs/values-contract.md", function () {
    // Builds every backend under mocks.
    this.timeout(5 * 60_000);
    let text = "";
    before(async () => {
        text = await valuesContractDocument();
    });

    it("has every value that the release of large does not take from the chart's own files", async () => {
        const release = Object(goldenGraph("large")["kubernetes:helm.sh/v3:Release kaireon"]?.inputs);
        const own = new Map((await valueLeaves(seedValues())).map(({ path, value }) => [path, value]));
        const computed = (await valueLeaves(release.values)).filter(
            ({ path, value }) => !isDeepStrictEqual(own.get(path), value),
        );
        assert.ok(computed.length > 30);
        assert.deepEqual(
            computed.map(({ path }) => path).filter((path) => !text.includes(`| \`${path}\` `)),
            [],
        );
    });

    it("tells what a value is with each backend, and what only AWS knows", () => {
        const [, type, is, backends, meaning] = rowsOf(text, "`config.SEARCH_INDEX`")[0] ?? [];
        assert.equal(type, "text");
        assert.match(is ?? "", /^`"opensearch"` \(.*OpenSearch domain\); `"pg"` \(PostgreSQL text search\)$/);
        assert.match(backends ?? "", /PostgreSQL text search/);
        assert.match(meaning ?? "", /^pg or opensearch\. Empty: what opensearch\.enabled selects\./);
        assert.equal(rowsOf(text, "`kafka.brokers`")[0]?.[2], "known after the update");
    });

    it("names the service accounts that have roles", () => {
        assert.deepEqual(rowsOf(text, "`outboxPublisher`")[0]?.slice(1), [
            "`kaireon-outbox-publisher`",
            "yes, by EKS Pod Identity",
            "`kaireon.ai/tier: general`",
        ]);
        assert.equal(rowsOf(text, "`mlWorker`")[0]?.[2], "none");
    });

    it("joins the sizes of the tiers, and explains them by the api's comments", () => {
        const [, tiers, meaning] = rowsOf(text, "`<tier>.resources.requests.cpu`")[0] ?? [];
        assert.match(tiers ?? "", /^`api`, `cron`, .*`worker`$/);
        assert.equal(meaning, "Requests and limits of a pod.");
    });
});
