import * as assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { chartSource } from "./chart-source";

describe("chartSource", () => {
    let root: string;
    const write = (path: string, content: string) => {
        mkdirSync(dirname(join(root, path)), { recursive: true });
        writeFileSync(join(root, path), content);
    };
    const digest = () => chartSource({ path: "./chart" }, root).description;

    beforeEach(() => {
        root = mkdtempSync(join(tmpdir(), "chart-source-"));
        write("chart/Chart.yaml", "name: kaireon\nversion: 1.2.3\n");
        write("chart/templates/api.yaml", "kind: Deployment\n");
    });
    afterEach(() => rmSync(root, { recursive: true }));

    it("takes a chart of a registry by address and version", () => {
        assert.deepEqual(chartSource({ repository: "oci://registry.example/charts/kaireon", version: "4.5.6" }, root), {
            chart: "oci://registry.example/charts/kaireon",
            version: "4.5.6",
        });
    });

    it("leaves a path relative, with the version of the chart there", () => {
        const source = chartSource({ path: "./chart" }, root);
        assert.equal(source.chart, "./chart");
        assert.equal(source.version, "1.2.3");
        assert.match(source.description ?? "", /^chart files sha256:[0-9a-f]{16}$/);
    });

    it("takes a packaged chart, whose version is inside it", () => {
        write("kaireon.tgz", "packed");
        const source = chartSource({ path: "kaireon.tgz" }, root);
        assert.deepEqual(Object.keys(source), ["chart", "description"]);
    });

    it("changes when a template is edited, added, renamed or removed under the same version", () => {
        const digests = [digest()];
        const change = (path: string, content: string) => {
            write(path, content);
            digests.push(digest());
        };
        change("chart/templates/api.yaml", "kind: StatefulSet\n");
        change("chart/templates/worker.yaml", "kind: Deployment\n");
        rmSync(join(root, "chart/templates/worker.yaml"));
        change("chart/templates/renamed.yaml", "kind: Deployment\n");
        rmSync(join(root, "chart/templates/api.yaml"));
        digests.push(digest());
        assert.equal(new Set(digests).size, digests.length);
    });

    it("does not change with what Helm does not render", () => {
        const before = digest();
        write("chart/README.md", "text");
        write("chart/templates.spec.ts", "test");
        write("chart/.helmignore", "*.ts");
        write("chart/fixtures/values.yaml", "a: 1");
        write("chart/.cache/left-over", "x");
        write("chart/values-small.yaml", "replicas: 1");
        assert.equal(digest(), before);
    });

    it("refuses a path with no chart and names the key", () => {
        const message =
            "kaireon:chart.path: ./nowhere; no chart is there. Set it to a folder with a Chart.yaml, from the project's folder.";
        assert.throws(() => chartSource({ path: "./nowhere" }, root), { message });
        mkdirSync(join(root, "empty"));
        assert.throws(() => chartSource({ path: "./empty" }, root), { message: message.replace("nowhere", "empty") });
    });

    it("refuses a chart without a version", () => {
        write("chart/Chart.yaml", "name: kaireon\n");
        assert.throws(() => chartSource({ path: "./chart" }, root), {
            message: "kaireon:chart.path: ./chart; Chart.yaml has no version. Add one.",
        });
    });
});
