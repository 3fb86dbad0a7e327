import assert from "node:assert/strict";
import { type Node, occupancyOf, type Pod, spreadOf } from "./occupancy";
import { occupancyTable, spreadTable } from "./tables";

const node = (name: string, pool: string, zone: string): Node => ({
    metadata: { name, labels: { "kaireon.ai/tier": pool, "topology.kubernetes.io/zone": zone } },
    status: { allocatable: { cpu: "4", memory: "8Gi" } },
});

const pod = (name: string, on: string | undefined, component: string, phase = "Running"): Pod => ({
    metadata: { name, namespace: "kaireon", labels: { "app.kubernetes.io/component": component } },
    spec: {
        ...(on === undefined ? {} : { nodeName: on }),
        containers: [{ resources: { requests: { cpu: "1500m", memory: "2Gi" } } }, {}],
    },
    status: { phase, conditions: [{ type: "Ready", status: phase === "Running" ? "True" : "False" }] },
});

const VIEW = {
    nodes: [node("api-0", "api", "b"), node("api-1", "api", "a"), node("general-0", "general", "c")],
    pods: [
        pod("api-x", "api-0", "api"),
        pod("api-y", "api-0", "api"),
        pod("api-z", undefined, "api", "Pending"),
        pod("cron-done", "general-0", "cron", "Succeeded"),
        pod("mcp-x", "general-0", "mcp"),
        { ...pod("other", "general-0", "api"), metadata: { name: "other", namespace: "kube-system" } },
    ],
};

describe("what a cluster's pods take", () => {
    it("is counted pool by pool: requests of all pods that live, whosever they are", () =>
        assert.deepEqual(occupancyOf(VIEW), [
            {
                pool: "api",
                nodes: 2,
                requestedCpuMilli: 3000,
                allocatableCpuMilli: 8000,
                requestedMemoryMib: 4096,
                allocatableMemoryMib: 16384,
            },
            {
                pool: "general",
                nodes: 1,
                requestedCpuMilli: 3000,
                allocatableCpuMilli: 4000,
                requestedMemoryMib: 4096,
                allocatableMemoryMib: 8192,
            },
        ]));

    it("is told tier by tier: the release's own pods that live, by zone in the order of their names", () =>
        assert.deepEqual(spreadOf(VIEW, "kaireon"), [
            { component: "api", running: 2, pending: 1, pools: ["api"], nodes: 1, zones: [0, 2, 0] },
            { component: "mcp", running: 1, pending: 0, pools: ["general"], nodes: 1, zones: [0, 0, 1] },
        ]));

    it("is printed in cores and GiB, with the share that is taken", () => {
        const rows = occupancyTable(occupancyOf(VIEW)).split("\n").map(cells);
        assert.deepEqual(
            rows.filter(({ length }) => length > 0),
            [
                ["pool", "nodes", "CPU requested / allocatable", "memory requested / allocatable"],
                ["api", "2", "3.0 / 8.0 (38 %)", "4.0 / 16.0 GiB (25 %)"],
                ["general", "1", "3.0 / 4.0 (75 %)", "4.0 / 8.0 GiB (50 %)"],
            ],
        );
    });

    it("is printed with the pods that are not ready beside those that are", () => {
        const rows = spreadTable(spreadOf(VIEW, "kaireon")).split("\n").map(cells);
        assert.deepEqual(rows.filter(({ length }) => length > 0).slice(1), [
            ["api", "2", "1", "1", "api", "0 / 2 / 0"],
            ["mcp", "1", "0", "1", "general", "0 / 0 / 1"],
        ]);
    });
});

/** The cells of a printed row; none of a line between rows. */
function cells(line: string): readonly string[] {
    return line.startsWith("│")
        ? line
              .split("│")
              .slice(1, -1)
              .map((cell) => cell.trim())
        : [];
}
