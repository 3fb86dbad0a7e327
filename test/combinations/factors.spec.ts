import assert from "node:assert/strict";
import { committedStack } from "../../docs/generator/committed-stack";
import { SELECTORS } from "../../stacks/stores/selectors";
import { combinations, FACTORS, LEVELS, type Settings, settingsOf } from "./factors";

const rows = combinations();
const meet = (factor: string, level: string, other: string, otherLevel: string) =>
    rows.some((row) => row[factor] === level && row[other] === otherLevel);

describe("the combinations of the selectors' values", () => {
    it("have every pair but those of the streaming tier with a bus that it cannot read", () => {
        const missing: string[] = [];
        for (const [factor, levels] of Object.entries(LEVELS)) {
            for (const [other, otherLevels] of Object.entries(LEVELS)) {
                if (factor >= other) continue;
                for (const level of levels) {
                    for (const otherLevel of otherLevels) {
                        if (!meet(factor, level, other, otherLevel)) missing.push(`${level}, ${other} ${otherLevel}`);
                    }
                }
            }
        }
        assert.deepEqual(missing, ["eventbridge, stream on", "redis, stream on"]);
    });

    it("are few: no more than a tenth above the pairs of the two largest factors", () => {
        const [largest = 0, second = 0] = Object.values(LEVELS)
            .map(({ length }) => length)
            .sort((one, other) => other - one);
        assert.ok(rows.length <= largest * second * 1.1, `${rows.length} combinations`);
    });

    it("say everything that their values say", () => {
        const settings = settingsOf({ "event-bus": "pulsar", redis: "existing", stream: "on" });
        const { values } = settings as { values: { externalSecrets: object; stream: object; config: object } };
        assert.deepEqual(Object.keys(values.externalSecrets), ["pulsar", "redis"]);
        assert.deepEqual([values.stream, values.config], [{ enabled: true }, { FLOW_STREAMING_ENABLED: "true" }]);
    });

    it("begin with large itself", () => {
        const first = Object.values(FACTORS).map((values): Settings | undefined => Object.values(values)[0]);
        assert.deepEqual(
            first,
            first.map(() => ({})),
        );
    });
});

describe("the values of the selectors", () => {
    it("are all that the program has a choice for", () => {
        const chosen = Object.entries(FACTORS).flatMap(([factor, values]) =>
            Object.keys(values).flatMap((value) =>
                committedStack("large", settingsOf({ [factor]: value })).stores.map(
                    ({ selector, block }) => `${selector} ${block}`,
                ),
            ),
        );
        const choices = Object.entries(SELECTORS).flatMap(([selector, table]) =>
            Object.keys(table).map((block) => `${selector} ${block}`),
        );
        assert.deepEqual([...new Set(chosen)].sort(), choices.sort());
    });
});
