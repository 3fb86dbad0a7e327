import assert from "node:assert/strict";
import { type Settings, settingSchema, settingValues } from "./settings";

const settings: Settings = {
    headroomPercent: { description: "Spare capacity, in per cent", default: 10, minimum: 0, maximum: 100 },
    names: { description: "Names that pass", default: ["a"] },
};

describe("settings of a policy", () => {
    it("are the defaults unless the config says otherwise", () => {
        assert.deepEqual(settingValues("p", settings, {}), { headroomPercent: 10, names: ["a"] });
        assert.deepEqual(settingValues("p", settings, { headroomPercent: 20, names: [] }), {
            headroomPercent: 20,
            names: [],
        });
    });

    it("pass over the reason that stands with them", () =>
        assert.deepEqual(settingValues("p", settings, { because: "A sandbox.", names: [] }), {
            headroomPercent: 10,
            names: [],
        }));

    it("refuse a name that there is not", () => {
        assert.throws(
            () => settingValues("p", settings, { headroom: 1 }),
            /^Error: config: p has no setting headroom; it has headroomPercent, names\. Correct the name or take it out\.$/,
        );
        assert.throws(() => settingValues("p", {}, { any: 1 }), /config: p has no setting any; it has none\./);
    });

    it("refuse a value of another type", () => {
        assert.throws(
            () => settingValues("p", settings, { headroomPercent: "20" }),
            /config: p\.headroomPercent is "20"; it must be a number: Spare capacity, in per cent/,
        );
        assert.throws(
            () => settingValues("p", settings, { names: [1] }),
            /config: p\.names is \[1\]; it must be a list of texts/,
        );
    });

    it("become the JSON schema by which the engine checks the config", () => {
        assert.deepEqual(
            Object.entries(settings).map(([, setting]) => settingSchema(setting)),
            [
                { type: "number", description: "Spare capacity, in per cent", default: 10, minimum: 0, maximum: 100 },
                { type: "array", description: "Names that pass", default: ["a"], items: { type: "string" } },
            ],
        );
    });
});
