import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeEnvironmentFile } from "../environment/environment-file";
import { environment } from "../results/result.fixture";
import { SEARCH_FORMAT, type SearchFile } from "./search-file";
import { podsOf, SEARCH_DEFAULTS, searchSettings } from "./search-settings";
import { thresholdsOf } from "./thresholds";

const load = { seed: 1, customers: 100_000, tenants: 1 };
const stored: SearchFile = {
    format: SEARCH_FORMAT,
    startedAt: "2026-11-24T13:00:00.000Z",
    target: { kind: "platform", url: "https://decisions.example.com/" },
    settings: { ...SEARCH_DEFAULTS, ...load, from: 300, stepSeconds: 60 },
    pods: null,
    environment: null,
    steps: [],
    finding: null,
    metrics: null,
};

describe("the settings of a search", () => {
    it("are the defaults where nothing is said", () =>
        assert.deepEqual(searchSettings({ search: {}, load, target: undefined }, undefined), {
            ...SEARCH_DEFAULTS,
            ...load,
        }));

    it("are those of the search that goes on, but for what may differ", () =>
        assert.deepEqual(searchSettings({ search: { to: 20_000 }, load, target: undefined }, stored), {
            ...stored.settings,
            to: 20_000,
        }));

    it("are refused with everything that does not fit", () =>
        assert.throws(
            () => searchSettings({ search: { from: 400, to: 350 }, load, target: undefined }, stored),
            /^Error: resume: from is 400, and the search has 300\. .+\nfrom is 400 and to is 350; the lowest rate must not be above the highest\.$/s,
        ));
});

describe("the pods that a rate is shared by", () => {
    const folder = mkdtempSync(join(tmpdir(), "kaireon-pods-"));
    const file = join(folder, "environment.json");
    before(() => writeEnvironmentFile(file, environment, new Date()));
    after(() => rmSync(folder, { recursive: true }));

    it("are what was said, or else what check has seen", () => {
        assert.deepEqual(podsOf(8, undefined), { pods: 8, environment: null });
        assert.deepEqual(podsOf(undefined, file), { pods: 6, environment });
        assert.deepEqual(podsOf(undefined, undefined), { pods: null, environment: null });
    });

    it("are refused where the two differ", () => assert.throws(() => podsOf(8, file), /pods is 8, and .* has seen 6/));
});

describe("thresholds of the operator's", () => {
    it("are read by signal", () =>
        assert.deepEqual(thresholdsOf(["databaseConnections=680", "apiCpu=0.8"]), {
            databaseConnections: 680,
            apiCpu: 0.8,
        }));

    it("are refused all at once where there is no such signal or no such number", () =>
        assert.throws(
            () => thresholdsOf(["load=1", "apiCpu=-1", "apiCpu"]),
            (problem) => {
                const lines = String(problem).split("\n");
                return (
                    lines.length === 3 && lines.every((line) => /is none; give <signal>=<number above 0>/.test(line))
                );
            },
        ));
});
