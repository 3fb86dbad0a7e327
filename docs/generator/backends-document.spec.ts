import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { SELECTORS } from "../../stacks/stores/selectors";
import type { Difference } from "../../test/golden/difference";
import { goldenGraph } from "../../test/golden/preview-graph";
import { GOLDEN_FOLDER } from "../../test/golden/variants";
import { backendsDocument, builtValues, SECTIONS } from "./backends-document";
import { rowsOf } from "./table-rows.fixture";

describe("docs/backends.md", function () {
    // Builds every backend under mocks.
    this.timeout(5 * 60_000);
    let text = "";
    before(async () => {
        text = await backendsDocument();
    });

    it("has a section for every choice of every selector, with all of its limits", () => {
        for (const table of Object.values(SELECTORS)) {
            for (const { about } of Object.values(table)) {
                assert.ok(text.includes(`\n### ${about.title}\n`), about.title);
                for (const limit of about.limits) assert.ok(text.includes(`\n- ${limit}\n`), limit);
            }
        }
    });

    it("says how to select a backend, what its pods connect to, and what they may do", () => {
        const [overview = []] = rowsOf(text, "Amazon MSK");
        assert.deepEqual(overview.slice(0, 3), [
            "Amazon MSK",
            "`eventbus.backend: kafka`, and no `kafka.brokers`",
            "9098",
        ]);
        const writers = rowsOf(text, "`api`, `worker`, `outboxPublisher`")[0] ?? [];
        assert.match(writers[1] ?? "", /^`kafka-cluster:Connect`, .*`kafka-cluster:WriteData`$/);
        assert.equal(writers[2], "`msk-iam`, `msk-express`");
    });

    it("says that a given store is there already: nothing is built for it", () => {
        const [, section = ""] = text.split("\n### PostgreSQL that is there already\n");
        assert.match(
            section.split("\n##")[0] ?? "",
            /\n\nNothing is built\.\n\nPods need no permission of AWS for it\.\n$/,
        );
    });

    it("leaves nobody's secrets and ranges among the settings", () =>
        assert.doesNotMatch(text, /secretArn|storeCidrs/));

    it("counts resources that the golden graphs have", async () => {
        const large = Object.keys(goldenGraph("large"));
        for (const [selector, factor] of SECTIONS) {
            for (const { value, resources, golden } of await builtValues(selector, factor)) {
                const { added = {}, removed = [] } = differenceIn(golden);
                const there = [...large.filter((name) => !removed.includes(name)), ...Object.keys(added)];
                const lost = resources
                    .map(({ type, name }) => `${type} ${name}`)
                    .filter((name) => !there.includes(name));
                assert.deepEqual(lost, [], `${factor} ${value}`);
            }
        }
    });
});

/** What a golden file says beside large's. */
function differenceIn(golden: string): Difference {
    return golden === "large.yaml" ? {} : parse(readFileSync(join(GOLDEN_FOLDER, golden), "utf8"));
}
