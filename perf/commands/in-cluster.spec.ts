import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Command } from "commander";
import { parse, parseAllDocuments } from "yaml";
import { addInCluster } from "./in-cluster";

const IMAGE = ["--image", "grafana/k6:1.4.2"];

describe("npm run perf -- in-cluster", () => {
    let folder: string;
    before(() => {
        folder = mkdtempSync(join(tmpdir(), "in-cluster-"));
    });
    after(() => rmSync(folder, { recursive: true }));

    /** Runs the command with a folder of its own. @returns the run's spec and its names of files */
    const run = async (...args: readonly string[]) => {
        const program = new Command().exitOverride().configureOutput({ writeErr: () => undefined });
        addInCluster(program);
        for (const command of program.commands) command.exitOverride().configureOutput({ writeErr: () => undefined });
        const out = mkdtempSync(join(folder, "out-"));
        await program.parseAsync(["in-cluster", ...args, "--out", out], { from: "user" });
        const documents = parseAllDocuments(readFileSync(join(out, "load.yaml"), "utf8"));
        const objects = documents.map((document) => document.toJS());
        return { out, files: readdirSync(out).sort(), objects, spec: objects.at(-1).spec };
    };

    it("writes the run of a scenario, and the chart's values for it", async () => {
        const { out, files, objects, spec } = await run("--scenario", "recommend-5krps", ...IMAGE);
        assert.deepEqual(files, ["load.yaml", "values-load.yaml"]);
        assert.equal(spec.parallelism, 5);
        assert.equal(spec.runner.image, "grafana/k6:1.4.2");
        assert.match(objects.at(-2).data["script.js"], /constant-arrival-rate/);
        assert.ok(parse(readFileSync(join(out, "values-load.yaml"), "utf8")).networkPolicy.extraIngress.api);
    });

    it("takes another target, rate of a runner, cores, namespace and settings of the script", async () => {
        const { objects, spec } = await run(
            ...["--scenario", "spike", ...IMAGE, "--target", "https://kaireon.example.com", "--rps-per-runner", "500"],
            ...["--runner-cpu", "2500m", "--set", "SEED=2", "AUTH=x-api-key"],
        );
        assert.equal(spec.parallelism, 4);
        assert.equal(spec.runner.resources.requests.cpu, "2500m");
        const values = Object.fromEntries(
            spec.runner.env.map(({ name, value }: { name: string; value?: string }) => [name, value]),
        );
        assert.deepEqual(
            [values.TARGET, values.SEED, values.AUTH, values.API_KEY],
            ["https://kaireon.example.com", "2", "x-api-key", undefined],
        );
        const runners = objects.find(({ metadata }) => metadata.name === "runners");
        assert.deepEqual(runners.spec.egress[0].ports, [{ protocol: "TCP", port: 443 }]);
    });

    it("refuses an image without a version, a wrong number, URL or setting, and a secret on the command line", async () => {
        const scenario = ["--scenario", "spike"];
        await assert.rejects(run(...scenario, "--image", "grafana/k6"), /Name its version/);
        await assert.rejects(run(...scenario, "--image", "grafana/k6:latest"), /Name its version/);
        await assert.rejects(run(...scenario, ...IMAGE, "--rps-per-runner", "0"), /number above 0/);
        await assert.rejects(run(...scenario, ...IMAGE, "--runner-cpu", "many"), /cores as Kubernetes writes them/);
        await assert.rejects(run(...scenario, ...IMAGE, "--target", "kaireon.example.com"), /http:\/\/ or https:\/\//);
        await assert.rejects(run(...scenario, ...IMAGE, "--set", "SEEDS=2"), /NAME=value with a name of SEED/);
        await assert.rejects(run(...scenario, ...IMAGE, "--set", "API_KEY=krn_1"), /NAME=value with a name of/);
        await assert.rejects(run("--scenario", "none", ...IMAGE), /Allowed choices are recommend-100rps/);
    });
});
