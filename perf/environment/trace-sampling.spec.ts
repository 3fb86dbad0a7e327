import assert from "node:assert/strict";
import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { sampleRateIn, traceSampleRate } from "./trace-sampling";

describe("the trace sample rate of a tenant", () => {
    let server: Server;
    let target: string;
    let answer = { status: 200, body: "" };
    let asked: { url: string | undefined; headers: IncomingHttpHeaders } | undefined;
    before((done) => {
        server = createServer(({ url, headers }, response) => {
            asked = { url, headers };
            response.writeHead(answer.status).end(answer.body);
        }).listen(0, "127.0.0.1", () => {
            target = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
            done();
        });
    });
    after((done) => {
        server.closeAllConnections();
        server.close(done);
    });
    const ask = (status: number, body: string, apiKey: string | undefined = "krn_1") => {
        answer = { status, body };
        return traceSampleRate({ target: `${target}/`, apiKey, tenantId: "acme" });
    };

    it("is asked for with the key and the tenant", async () => {
        assert.equal(await ask(200, '{"decisionTraceSampleRate": 0.25}'), 0.25);
        assert.equal(asked?.url, "/api/v1/tenant-settings");
        const { authorization, "x-api-key": key, "x-tenant-id": tenant } = asked?.headers ?? {};
        assert.deepEqual([authorization, key, tenant], ["Bearer krn_1", "krn_1", "acme"]);
    });

    it("is not known, and why, where there is no key, no right, no setting or no platform", async () => {
        const problems = [
            await ask(200, "", ""),
            await ask(403, "{}"),
            await ask(200, '{"retentionDays": 365}'),
            await traceSampleRate({ target: "http://127.0.0.1:1", apiKey: "krn_1", tenantId: undefined }),
        ].map((rate) => (typeof rate === "number" ? rate : rate.problem));
        for (const [at, expected] of [
            /API_KEY is not set/,
            /answered 403/,
            /has no decisionTraceSampleRate/,
            /failed: /,
        ].entries())
            assert.match(String(problems[at]), expected);
        for (const problem of problems) assert.match(String(problem), /state the rate: --trace-sample-rate RATE\.$/);
    });

    it("is found wherever in the answer it stands, and is 0 where tracing is off", () => {
        const rates = [
            '{"data":{"settings":{"decisionTraceSampleRate":0.1}}}',
            '{"decisionTraceEnabled":false,"decisionTraceSampleRate":0.5}',
            '{"decisionTraceSampleRate":"0.1"}',
            '{"decisionTraceSampleRate":10}',
            "<html>",
        ].map(sampleRateIn);
        assert.deepEqual(rates, [0.1, 0, undefined, undefined, undefined]);
    });
});
