import assert from "node:assert/strict";
import { wrkFigures } from "./wrk-tool";

const PRINTED = `Running 3s test @ http://127.0.0.1:44977/api/v1/recommend
  1 threads and 134 connections
  Thread Stats   Avg      Stdev     Max   +/- Stdev
    Latency    50.18ms   67.82ms 702.96ms   92.81%
    Req/Sec     3.70k     1.43k    4.98k    76.67%
  Latency Distribution
     50%  870.00us
     75%   54.03ms
     90%   96.53ms
     99%    1.25s
  11173 requests in 3.07s, 8.03MB read
Requests/sec:   3633.65
Transfer/sec:      2.61MB
`;

describe("what wrk prints", () => {
    it("is read with its units", () => {
        assert.deepEqual(wrkFigures(PRINTED), { rate: 3633.65, p50Ms: 0.87, p99Ms: 1250 });
    });

    it("is refused where a figure is missing", () => {
        assert.throws(() => wrkFigures(PRINTED.replace("Requests/sec", "Requests")), {
            message: /^bench: wrk prints a rate and percentiles; this is what it printed:\nRunning/,
        });
    });
});
