import assert from "node:assert/strict";
import { createServer } from "node:http";
import { PerfError } from "../perf-error";
import { startSimulator } from "../simulator/start-simulator";
import { probe } from "./probe";

describe("the probe before a run", () => {
    it("finds out what the target is", async () => {
        const simulator = await startSimulator();
        try {
            assert.equal(await probe(simulator.url), "simulator");
        } finally {
            await simulator.close();
        }
    });

    it("refuses a target that does not answer, and one that answers something else", async () => {
        const paths: (string | undefined)[] = [];
        const server = createServer((request, response) => {
            paths.push(request.url);
            response.writeHead(503).end();
        });
        await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
        const address = server.address();
        const port = typeof address === "object" ? address?.port : undefined;
        const target = new URL(`http://127.0.0.1:${port}/kaireon/`);
        const url = `http://127.0.0.1:${port}/kaireon/api/health`;
        try {
            await assert.rejects(
                probe(target),
                new PerfError(
                    `target: ${url} answers 503; it must be 200. Nothing was sent; --target is the platform's address, without /api.`,
                ),
            );
        } finally {
            server.closeAllConnections();
            await new Promise((resolve) => server.close(resolve));
        }
        await assert.rejects(
            probe(target),
            new PerfError(
                `target: ${url} does not answer (ECONNREFUSED). Nothing was sent; is it running, and reachable from here?`,
            ),
        );
        assert.deepEqual(paths, ["/kaireon/api/health"]);
    });
});
