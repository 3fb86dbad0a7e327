import assert from "node:assert/strict";
import { runScript } from "./run-script";

const OPTIONS = {
    scenarios: {
        measured: {
            executor: "constant-arrival-rate",
            rate: 100,
            timeUnit: "1s",
            duration: "1s",
            preAllocatedVUs: 2,
            maxVUs: 200,
        },
    },
    thresholds: { "dropped_iterations{scenario:measured}": ["count<5"] },
    discardResponseBodies: true,
    dns: { ttl: "1m", select: "roundRobin", policy: "preferIPv4" },
    userAgent: "test",
    noUsageReport: true,
};

interface Parts {
    readonly options?: object;
    readonly init?: string;
    readonly setup?: string;
    readonly iteration?: string;
}

/** A script of k6 in CommonJS. */
function script({ options = OPTIONS, init = "", setup = "return null;", iteration = "" }: Parts) {
    const code = `
        ${init}
        exports.options = ${JSON.stringify(options)};
        exports.setup = () => { ${setup} };
        exports.default = async (data) => { ${iteration} };
        exports.handleSummary = (data) => ({ stdout: JSON.stringify(data) });`;
    return { code, environment: {}, speed: 10, rateFactor: 3 };
}

function changed(scenario: object): Parts {
    return { options: { ...OPTIONS, scenarios: { measured: { ...OPTIONS.scenarios.measured, ...scenario } } } };
}

describe("the imitation of k6's API", () => {
    it("begins as many iterations as the executor asks for, and tells each its scenario and its virtual user", async () => {
        const run = await runScript(
            script({
                init: `
                    const exec = require("k6/execution");
                    const { Counter } = require("k6/metrics");
                    const begun = new Counter("begun_iterations");`,
                iteration: `
                    if (exec.scenario.name !== "measured" || exec.vu.idInTest < 1) throw new Error("wrong");
                    begun.add(data.step);`,
                setup: "return { step: 2 };",
            }),
        );
        assert.deepEqual(run.iterations, { measured: { begun: 30, dropped: 0 } });
        const { metrics, state } = JSON.parse(run.stdout);
        assert.deepEqual(metrics["begun_iterations"].values, { count: 60 });
        assert.deepEqual(metrics["iterations"].values, { count: 30 });
        assert.deepEqual(metrics["dropped_iterations{scenario:measured}"].thresholds, { "count<5": { ok: true } });
        assert.ok(state.testRunDurationMs >= 1000, "by the test's clock, which is ten times as fast");
    });

    it("leaves metrics without a sample out of the summary, as k6 does", async () => {
        const { stdout } = await runScript(
            script({ init: 'const { Counter } = require("k6/metrics"); new Counter("never_added_to");' }),
        );
        assert.deepEqual(Object.keys(JSON.parse(stdout).metrics).sort(), [
            "dropped_iterations{scenario:measured}",
            "iterations",
        ]);
    });

    it("gives each virtual user a memory of its own, which it keeps", async () => {
        const { stdout } = await runScript(
            script({
                init: 'let mine = 0; const { Counter } = require("k6/metrics"); const firsts = new Counter("first_iterations");',
                iteration: "mine += 1; if (mine === 1) firsts.add(1); await null;",
                setup: "mine = 1000; return null;",
            }),
        );
        const { count } = JSON.parse(stdout).metrics["first_iterations"].values;
        assert.ok(count >= 1 && count < 30, `${count} virtual users for 30 iterations`);
    });

    for (const [what, parts, message] of [
        ["an option that it does not know", { options: { ...OPTIONS, vus: 3 } }, /vus/],
        ["an executor that it does not know", changed({ executor: "constant-vus" }), /executor/],
        ["a rate that is no whole number", changed({ rate: 1.5 }), /rate/],
        ["a duration that is none", changed({ duration: "5 minutes" }), /duration/],
        ["fewer virtual users at most than at first", changed({ maxVUs: 1 }), /maxVUs can't be less/],
        [
            "a threshold on a metric that there is none of",
            { options: { ...OPTIONS, thresholds: { no_such_metric: ["count<1"] } } },
            /threshold on no_such_metric, and no such metric/,
        ],
        [
            "an expression that does not fit the metric",
            { options: { ...OPTIONS, thresholds: { iterations: ["p(95)<1"] } } },
            /"p\(95\)<1" on iterations is not understood for a counter/,
        ],
        ["a module that it does not know", { init: 'require("k6/crypto");' }, /module k6\/crypto is not imitated/],
        ["a module of Node's", { init: 'require("node:fs");' }, /module node:fs is not imitated/],
        ["a global of Node's", { init: "process.exit();" }, /process is not defined/],
        [
            "a call of k6/http that it does not know",
            { iteration: 'require("k6/http").get("x");' },
            /k6\/http\.get is not imitated/,
        ],
        [
            "a part of k6/execution that it does not know",
            { iteration: 'require("k6/execution").test.abort();' },
            /k6\/execution\.test is not imitated/,
        ],
        [
            "a metric that is made in an iteration",
            { iteration: 'const { Counter } = require("k6/metrics"); new Counter("too_late");' },
            /too_late is made outside the init context/,
        ],
        [
            "a metric's name that k6 would refuse",
            { init: 'const { Rate } = require("k6/metrics"); new Rate("p95-slower");' },
            /"p95-slower"/,
        ],
        [
            "a parameter of a request that it does not know",
            {
                iteration:
                    'await require("k6/http").asyncRequest("POST", "http://127.0.0.1:9", "", { headers: {}, timeout: 1, responseType: "text", tags: {} });',
            },
            /tags/,
        ],
    ] as const)
        it(`refuses ${what}`, () => assert.rejects(runScript(script(parts)), { message }));
});
