import assert from "node:assert/strict";
import { label } from "../golden/graph";
import { Previews } from "../golden/preview-graph";
import { StackRun } from "./stack-run";

const RELEASE = "kubernetes:helm.sh/v3:Release kaireon";
const CHART = { chart: { path: "./test/engine/foreign-chart" } };

describe("another chart in the place of this project's own", function () {
    // The first run may have to build the engine.
    this.timeout(15 * 60_000);
    const stack = new StackRun();
    const previews = new Previews();
    after(() => {
        stack.remove();
        previews.remove();
    });

    const state = async (name: string) => (await stack.state()).find(({ urn }) => label(urn) === name);

    it("is deployed from a folder, with the values that it asks for", async () => {
        const { exitCode, stdout } = await stack.up(CHART);
        assert.equal(exitCode, 0, stdout);
        const release = await state(RELEASE);
        assert.equal(release?.inputs?.["chart"], CHART.chart.path);
        assert.equal(release?.inputs?.["version"], "7.0.0");
        assert.deepEqual(release?.outputs?.["resourceNames"], {
            "Deployment.apps/apps/v1": ["kaireon/kaireon-api"],
            "ServiceAccount/v1": ["kaireon/kaireon-api"],
        });
    });

    it("runs as the service account that has the api's role", async () => {
        const association = await state("aws:eks/podIdentityAssociation:PodIdentityAssociation tiers-api");
        assert.deepEqual(
            [association?.inputs?.["namespace"], association?.inputs?.["serviceAccount"]],
            ["kaireon", "kaireon-api"],
        );
    });

    it("changes nothing with a second update", async () => {
        const { exitCode, stdout } = await stack.up(CHART, "--expect-no-changes");
        assert.equal(exitCode, 0, stdout);
    });

    it("takes values that only it has: the schema of this project's chart is not consulted", async () => {
        const changes = await stack.changes({ ...CHART, values: { theirs: { greeting: "good morning" } } });
        assert.deepEqual(changes, [{ what: `update ${RELEASE}`, properties: ["checksum", "values.theirs"] }]);
    });

    it("is refused by its own templates when a value that it needs is taken away", async () => {
        const values = { redis: { external: { host: null } } };
        const { exitCode, stdout } = await stack.run(["preview"], { ...CHART, values });
        assert.notEqual(exitCode, 0);
        assert.match(stdout, /Helm refuses \.\/test\/engine\/foreign-chart:[\s\S]*redis\.external\.host/);
    });

    it("previews from a registry too, unrendered, and satisfies the policies: they read the values and no template", async () => {
        const chart = { repository: "oci://registry.example.com/charts/kaireon", version: "7.0.0" };
        const { graph, violations } = await previews.preview("large", { chart });
        const inputs = Object(graph[RELEASE]?.inputs);
        assert.deepEqual(
            [inputs.chart, inputs.version, inputs.description],
            [chart.repository, chart.version, undefined],
        );
        assert.deepEqual(violations, []);
    });
});
