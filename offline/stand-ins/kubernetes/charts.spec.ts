import assert from "node:assert/strict";
import { join } from "node:path";
import { projectRoot } from "../../project";
import { chartSource } from "./charts";

const KEDA = { chart: "keda", version: "2.18.0", repositoryOpts: { repo: "https://kedacore.github.io/charts/" } };

function problem(inputs: Parameters<typeof chartSource>[0]): string {
    const source = chartSource(inputs);
    return source.kind === "refused" ? `${source.property}: ${source.problem}` : source.kind;
}

describe("where a chart comes from", () => {
    it("is a folder of this project, the publisher's repository or an OCI registry", () => {
        const path = join(projectRoot, "infra", "helm");
        assert.deepEqual(chartSource({ chart: path }), { kind: "local", path });
        assert.deepEqual(chartSource(KEDA), {
            kind: "remote",
            reference: "https://kedacore.github.io/charts keda 2.18.0",
        });
        assert.equal(chartSource({ chart: "oci://registry.example/kaireon", version: "1.2.3" }).kind, "remote");
    });

    it("is refused without an exact version", () => {
        const expected =
            'version: version of chart keda is "^2"; a deployment that can be repeated needs an exact one. Set it, such as 1.2.3.';
        assert.equal(problem({ ...KEDA, version: "^2" }), expected);
        assert.match(
            problem({ chart: "oci://registry.example/kaireon" }),
            /^version: version of chart oci:\/\/registry\.example\/kaireon is ""/,
        );
    });

    it("is refused when the repository is not the chart's, or the chart is unknown", () => {
        assert.equal(
            problem({ ...KEDA, repositoryOpts: { repo: "https://example.com" } }),
            "repositoryOpts: repositoryOpts.repo of chart keda is https://example.com; its publisher's is https://kedacore.github.io/charts. Correct it.",
        );
        assert.match(
            problem({ ...KEDA, chart: "kedda" }),
            /^chart: chart kedda of https:\/\/kedacore\.github\.io\/charts is not one that it knows/,
        );
    });

    it("is refused when there is no such folder", () => {
        assert.match(
            problem({ chart: "./no-such-chart" }),
            /^chart: chart "\.\/no-such-chart" is no folder or archive below /,
        );
    });
});
