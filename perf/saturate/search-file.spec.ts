import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PerfError } from "../perf-error";
import { readResult } from "../results/store";
import { concluded, searchRange } from "./conclude";
import { readSearch, resumeProblems, SEARCH_FORMAT, type SearchFile, writeSearch } from "./search-file";
import { searchText, stepText } from "./search-text";
import { searchTime as at, searchStep as step } from "./step.fixture";

const search: SearchFile = {
    format: SEARCH_FORMAT,
    startedAt: at(0).toISOString(),
    target: { kind: "platform", url: "https://decisions.example.com/" },
    settings: {
        from: 600,
        to: 10_000,
        precision: 1,
        stepSeconds: 25,
        warmUpSeconds: 5,
        coolDownSeconds: 10,
        maxLagMs: 20,
        scenarioMix: "recommend",
        seed: 1,
        customers: 100_000,
        tenants: 1,
    },
    pods: 8,
    environment: null,
    steps: [step(700, true, 0), step(1400, false, 60), step(1400, false, 120)],
    finding: null,
    metrics: null,
};
const ended = concluded(search);

describe("the file of a search", () => {
    const folder = mkdtempSync(join(tmpdir(), "kaireon-search-"));
    after(() => rmSync(folder, { recursive: true }));
    const written = (name: string, content: unknown) => {
        const path = join(folder, name);
        writeFileSync(path, JSON.stringify(content));
        return path;
    };

    it("holds everything that was found, and nothing is left beside it", () => {
        const path = join(folder, "search.json");
        writeSearch(path, search);
        writeSearch(path, ended);
        assert.deepEqual(readSearch(path), ended);
        assert.deepEqual(readdirSync(folder), ["search.json"]);
        assert.deepEqual([ended.finding?.sustained, ended.finding?.requestsPerPod], [700, 87]);
    });

    it("is none that could become a baseline", () =>
        assert.throws(() => readResult(written("baseline.json", ended)), /format is "kaireon-perf-saturation\/1"/));

    it("is refused with all that is wrong with it", () => {
        const wrong = written("wrong.json", { ...search, pods: 0, steps: [{ ...search.steps[0], verdict: "good" }] });
        assert.throws(
            () => readSearch(wrong),
            (problem) =>
                problem instanceof PerfError &&
                /pods/.test(problem.message) &&
                /steps\[0\]\.verdict/.test(problem.message),
        );
        assert.throws(() => readSearch(join(folder, "none.json")), /none\.json can't be read/);
    });

    it("goes on with a wider range or a finer precision, and with nothing else", () => {
        assert.deepEqual(resumeProblems(search, { to: 20_000, precision: 0.01, from: 600 }, undefined), []);
        const other = new URL("https://other.example.com");
        assert.deepEqual(resumeProblems(search, { from: 100, stepSeconds: 25 }, other), [
            "resume: from is 100, and the search has 600. Leave it out, or search anew.",
            "resume: the target is https://other.example.com/, and the search's is https://decisions.example.com/. Search anew.",
        ]);
    });

    it("wants metrics from a minute before its first step to a minute after its last", () =>
        assert.deepEqual(searchRange(search), { from: at(-60), to: at(210) }));

    it("names the first signal of the last step that broke, once metrics are given", () => {
        const samples = new Map([["databaseCpu", [{ from: at(90).getTime(), to: at(150).getTime(), value: 97 }]]]);
        const { metrics } = concluded(search, samples);
        assert.deepEqual(
            metrics?.crossed.map(({ tier }) => tier),
            ["Aurora"],
        );
        assert.deepEqual(concluded({ ...search, metrics }).metrics, metrics);
    });
});

describe("what a search prints", () => {
    const text = (more: Partial<SearchFile> = {}, decisionsPerSecond?: number) => {
        const changed = concluded({ ...search, ...more });
        return searchText(changed, { recommend: 1 }, decisionsPerSecond);
    };

    it("is the figure in the form that the stack and the policies take", () =>
        assert.deepEqual(text({}, 5000).split("\n"), [
            "700/s is sustained; at 1400/s p95 500.22 ms (below 100 ms), p99 500.22 ms (below 200 ms).",
            "",
            "No metrics were given for the step that broke: which tier broke first is not known.",
            "",
            "Requests a second per pod: 87 (700/s on 8 pods).",
            "",
            "In Pulumi.<stack>.yaml, under config:",
            "",
            "    kaireon:sizing:",
            "        requestsPerPod: 87",
            "",
            "In the policy pack's config:",
            "",
            "    {",
            '        "api-pods-serve-the-target-rate": {',
            '            "decisionsPerSecond": 5000,',
            '            "decisionsPerPod": 87,',
            '            "because": "measured on 2026-11-24: 700/s within the SLO on 8 pods of https://decisions.example.com/"',
            "        }",
            "    }",
        ]));

    it("is nothing for the settings when it is of the simulator", () => {
        const said = text({ target: { ...search.target, kind: "simulator" } });
        assert.match(said, /^target: simulator\. These are figures of the tools, never of the product\./);
        assert.match(said, /Nothing of it belongs into a stack's settings\.$/);
        assert.doesNotMatch(said, /requestsPerPod: /);
    });

    it("is nothing for the settings when other requests than decisions were sent", () => {
        const said = searchText(ended, { recommend: 0.7, respond: 0.3 });
        assert.match(said, /87 \(700\/s on 8 pods, of the mix \{"recommend":0\.7,"respond":0\.3\}\)/);
        assert.doesNotMatch(said, /requestsPerPod: /);
    });

    it("is a lower bound where the search ended before the knee", () =>
        assert.match(text({ steps: [step(10_000, true, 0)] }), /per pod: at least 1250 \(10000\/s on 8 pods\)/));

    it("asks for the pods where nobody has counted them", () => assert.match(text({ pods: null }), /Give --pods/));

    it("says how to go on where it was stopped", () =>
        assert.equal(text({ steps: [] }), "The search is not at its end: 0 steps are kept. Go on with --resume."));

    it("tells each step with what broke", () =>
        assert.equal(
            stepText(step(1400, false, 0)),
            "1400/s broke: p95 500.22 ms (below 100 ms), p99 500.22 ms (below 200 ms) (p95 500.2 ms, p99 500.2 ms, errors 0.00 %)",
        ));
});
