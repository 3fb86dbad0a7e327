import assert from "node:assert/strict";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { queryPrometheus } from "./prometheus-range";
import { prometheusQuery } from "./signal-queries";

const [from, to] = [new Date("2026-11-24T13:00:00Z"), new Date("2026-11-24T13:10:00Z")];

describe("the question to Prometheus", function () {
    this.timeout(10_000);
    let server: Server;
    let url: URL;
    let asked: { readonly path: string | undefined; readonly body: URLSearchParams };
    let answer: { readonly status: number; readonly text: string };
    before((done) => {
        server = createServer((request, response) => {
            const parts: Buffer[] = [];
            request.on("data", (part: Buffer) => parts.push(part));
            request.on("end", () => {
                asked = { path: request.url, body: new URLSearchParams(Buffer.concat(parts).toString()) };
                response.writeHead(answer.status, { connection: "close" }).end(answer.text);
            });
        });
        server.listen(0, "127.0.0.1", () => {
            url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
            done();
        });
    });
    after((done) => void server.close(done));

    it("is about all its signals over the time of the search, below the path of a proxy too", async () => {
        const result = [{ metric: { signal: "apiCpu" }, values: [[1_764_000_000, "0.5"]] }];
        answer = { status: 200, text: JSON.stringify({ status: "success", data: { resultType: "matrix", result } }) };
        const samples = await queryPrometheus(new URL("/select/0/prometheus/", url), from, to);
        assert.equal(asked.path, "/select/0/prometheus/api/v1/query_range");
        assert.deepEqual(Object.fromEntries(asked.body), {
            query: prometheusQuery(),
            start: "1795525200",
            end: "1795525800",
            step: "15",
        });
        assert.deepEqual([...samples.keys()], ["apiCpu"]);
    });

    it("that is refused is told with the answer", async () => {
        answer = { status: 400, text: '{"status":"error","error":"parse error"}' };
        await assert.rejects(queryPrometheus(url, from, to), /answered 400: .*parse error/);
    });

    it("to something else than a Prometheus is told as such", async () => {
        answer = { status: 200, text: "<html>login</html>" };
        await assert.rejects(queryPrometheus(url, from, to), /is neither the answer of Prometheus/);
    });

    it("to nobody is told with the reason", async () =>
        assert.rejects(
            queryPrometheus(new URL("http://127.0.0.1:1"), from, to),
            /can't be asked: .+ Correct --prometheus/,
        ));
});
