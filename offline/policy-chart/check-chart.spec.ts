import assert from "node:assert/strict";
import { renderLarge } from "../../infra/helm/rendered-chart";
import { checkChart } from "./check-chart";
import type { Manifest } from "./rendered-stack";

const ALL_TIERS = {
    stream: { enabled: true },
    mcp: { dedicated: true },
    config: { FLOW_STREAMING_ENABLED: "true" },
};

describe("policy:chart", () => {
    it("finds nothing in the large chart", async () => {
        const { objects } = await renderLarge();
        const { lines, isGood } = checkChart(objects, "kaireon");
        assert.deepEqual(lines, []);
        assert.ok(isGood);
    });

    it("finds nothing of the optional tiers either", async () => {
        const { objects } = await renderLarge(ALL_TIERS);
        assert.deepEqual(checkChart(objects, "kaireon").lines, []);
    });

    it("names the object and the place that breaks a rule", async () => {
        const { objects } = await renderLarge({ podSecurity: { readOnlyRootFilesystem: false } });
        const { lines, isGood } = checkChart(objects, "kaireon");
        const [first] = lines;
        assert.equal(
            first,
            "mandatory k8s-container-require-read-only-root: kaireon-api (kubernetes:apps/v1:Deployment): spec.template.spec.containers.0.securityContext.readOnlyRootFilesystem is false; it must be true. Set securityContext.readOnlyRootFilesystem to true and mount an emptyDir where the process writes.",
        );
        assert.ok(!isGood);
    });

    it("says that it saw no pod, which is no pass", () => {
        const config: Manifest = { apiVersion: "v1", kind: "ConfigMap", metadata: { name: "empty" }, data: {} };
        assert.deepEqual(checkChart([config], "kaireon"), {
            lines: [],
            summary: "1 objects and no pod among them: no rule about pods had anything to look at.",
            isGood: false,
        });
    });

    it("takes objects without a namespace to be in the release's", () => {
        const pod: Manifest = { apiVersion: "v1", kind: "Pod", metadata: { name: "lone" }, spec: { containers: [] } };
        const { lines } = checkChart([pod], "kaireon");
        assert.ok(!lines.some((line) => line.includes("k8s-workload-disallow-default-namespace")));
        assert.ok(checkChart([pod], "default").lines.some((line) => line.includes("disallow-default-namespace")));
    });
});
