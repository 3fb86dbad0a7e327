import assert from "node:assert/strict";
import { mergeValues } from "../../infra/app/chart-values";
import { baseValues, largeValues } from "../../infra/sizing/seed-values";
import { readWorkload } from "../../infra/sizing/workload";
import { chooseStores, SELECTORS, STORE_SETTINGS } from "./selectors";

const choose = (change: Readonly<Record<string, unknown>>) => {
    const values = mergeValues(baseValues(), largeValues(), change);
    return chooseStores(readWorkload(values), values);
};

describe("the selectors' choices", () => {
    it("are the overlay's: one for each selector, in the order in which they are built", () =>
        assert.deepEqual(
            choose({}).map(({ selector, block }) => `${selector}: ${block}`),
            ["postgres: postgres", "redis: redis", "search: search", "eventBus: kafka", "interactionStore: dynamodb"],
        ));

    it("have settings under the name of their block, which no two share", () => {
        const blocks = Object.values(SELECTORS).flatMap((table) => Object.keys(table));
        assert.deepEqual(blocks, [...new Set(blocks)]);
        assert.deepEqual(
            Object.keys(STORE_SETTINGS).filter((block) => !blocks.includes(block)),
            [],
        );
    });

    it("say how they are selected and when to choose them", () => {
        for (const table of Object.values(SELECTORS)) {
            for (const { about } of Object.values(table)) {
                assert.match(about.select, /^[a-zA-Z]+(\.[A-Za-z_]+)?/);
                assert.match(about.choose, /\.$/);
                for (const limit of about.limits) assert.match(limit, /\.$/);
            }
        }
    });
});
