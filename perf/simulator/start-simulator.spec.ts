import assert from "node:assert/strict";
import { request } from "undici";
import { latencyOf } from "../results/histogram";
import { SIMULATOR_HEADER } from "./simulator-header";
import { type Simulator, type SimulatorOptions, startSimulator } from "./start-simulator";

interface Answered {
    readonly status: number;
    readonly body: Partial<Record<string, unknown>>;
    readonly isMarked: boolean;
}

const BEARER = { authorization: "Bearer krn_1" };

describe("the simulator", () => {
    const started: Simulator[] = [];
    afterEach(async () => {
        for (const simulator of started.splice(0)) await simulator.close();
    });

    async function start(options: SimulatorOptions = {}): Promise<Simulator> {
        const simulator = await startSimulator(options);
        started.push(simulator);
        return simulator;
    }

    async function ask(
        { url }: Simulator,
        method: "GET" | "POST" | "PATCH",
        path: string,
        body?: unknown,
        headers: Record<string, string> = BEARER,
    ): Promise<Answered> {
        const sent = body === undefined ? {} : { body: JSON.stringify(body) };
        const type = body === undefined ? {} : { "content-type": "application/json" };
        const answer = await request(new URL(path, url), { method, headers: { ...headers, ...type }, ...sent });
        const isMarked = answer.headers[SIMULATOR_HEADER] === "1";
        const read: unknown = await answer.body.json();
        return { status: answer.statusCode, body: Object.assign({}, read), isMarked };
    }

    const recommend = (simulator: Simulator, body: unknown = { customerId: "c" }, headers = BEARER) =>
        ask(simulator, "POST", "/api/v1/recommend", body, headers);

    const errorCode = ({ status, body }: Answered) => {
        const code: unknown = Reflect.get(Object(body["error"]), "code");
        return `${status} ${code}`;
    };

    async function decided(simulator: Simulator): Promise<object> {
        const { body } = await recommend(simulator);
        return { customerId: "c", recommendationId: body["recommendationId"], rank: 1, outcome: "click" };
    }

    it("decides as many offers as were asked for, five where nothing was said, and marks the answer as its own", async () => {
        const simulator = await start();
        const { status, body, isMarked } = await recommend(simulator, { customerId: "c-1", limit: 2 });
        assert.deepEqual([status, isMarked], [200, true]);
        assert.deepEqual(Object.keys(body), ["recommendationId", "customerId", "count", "decisions"]);
        assert.deepEqual([body["customerId"], body["count"]], ["c-1", 2]);
        assert.equal((await recommend(simulator, {})).body["count"], 5);
    });

    it("takes both documented forms of a key, and refuses a request with neither, in the documented form of an error", async () => {
        const simulator = await start();
        const statusOf = async (headers: Record<string, string>) =>
            (await ask(simulator, "POST", "/api/v1/recommend", {}, headers)).status;
        assert.deepEqual([await statusOf(BEARER), await statusOf({ "x-api-key": "krn_1" })], [200, 200]);
        const { status, body, isMarked } = await ask(
            simulator,
            "POST",
            "/api/v1/recommend",
            {},
            { "x-tenant-id": "t" },
        );
        const message = "Send Authorization: Bearer <key>, or X-API-Key.";
        assert.deepEqual([status, isMarked], [401, true]);
        assert.deepEqual(body, { error: { code: "UNAUTHORIZED", message, status: 401, recommendationId: null } });
    });

    it("refuses bodies that the documentation does not allow", async () => {
        const simulator = await start();
        for (const body of [{ limit: 51 }, { limit: "5" }, { sessionId: "x".repeat(65) }, { maxOffers: 3 }, []])
            assert.equal(errorCode(await recommend(simulator, body)), "400 VALIDATION_ERROR");
        const unkeyed = await ask(simulator, "POST", "/api/v1/respond", await decided(simulator));
        assert.equal(errorCode(unkeyed), "400 VALIDATION_ERROR");
    });

    it("records a response once for each idempotency key, in the body or in the header, and answers as before", async () => {
        const simulator = await start();
        const response = { ...(await decided(simulator)), idempotencyKey: "k" };
        const first = await ask(simulator, "POST", "/api/v1/respond", response);
        const again = await ask(simulator, "POST", "/api/v1/respond", { ...response, rank: 2 });
        const other = await ask(simulator, "POST", "/api/v1/respond", { ...response, rank: 2, idempotencyKey: "l" });
        assert.equal(first.status, 200);
        assert.deepEqual(again, first);
        assert.notDeepEqual(other, first);
        const { idempotencyKey: _, ...unkeyed } = { ...response, rank: 3 };
        const byHeader = await ask(simulator, "POST", "/api/v1/respond", unkeyed, {
            ...BEARER,
            "idempotency-key": "k",
        });
        assert.deepEqual(byHeader, first);
    });

    it("refuses a response to a decision that it has not made", async () => {
        const simulator = await start();
        const made = await decided(simulator);
        for (const recommendationId of ["rec-other-1", `${Reflect.get(made, "recommendationId")}0`]) {
            const response = { ...made, recommendationId, idempotencyKey: recommendationId };
            const answer = await ask(simulator, "POST", "/api/v1/respond", response);
            assert.equal(errorCode(answer), "404 RECOMMENDATION_NOT_FOUND");
        }
    });

    it("works through a bulk item by item: 200 where any succeeded, 422 where none did", async () => {
        const simulator = await start();
        const good = { ...(await decided(simulator)), idempotencyKey: "k" };
        const bad = { customerId: "c" };
        const bulk = (outcomes: object[]) => ask(simulator, "POST", "/api/v1/respond/bulk", { outcomes });
        const some = await bulk([bad, good]);
        const message = "The item lacks a field, or has one too many.";
        const error = { code: "VALIDATION_ERROR", message, status: 400, recommendationId: null };
        assert.equal(some.status, 200);
        assert.deepEqual(some.body, { processed: 2, succeeded: 1, failed: 1, errors: [{ index: 0, error }] });
        const none = await bulk([bad]);
        assert.deepEqual([none.status, none.body["succeeded"], none.body["failed"]], [422, 0, 1]);
        for (const size of [0, 1001])
            assert.equal(errorCode(await bulk(Array.from({ length: size }, () => good))), "400 VALIDATION_ERROR");
    });

    it("tells the rate limit from the licence's quota by the code, and sets both while it runs", async () => {
        const simulator = await start({ quota: 1 });
        assert.equal((await recommend(simulator)).status, 200);
        assert.equal(errorCode(await recommend(simulator)), "429 QUOTA_EXCEEDED");
        simulator.settings.quota = null;
        simulator.settings.rateLimitPerMinute = 1;
        assert.equal((await recommend(simulator)).status, 200);
        assert.equal(errorCode(await recommend(simulator)), "429 RATE_LIMITED");
        assert.equal((await recommend(simulator, {}, { authorization: "Bearer krn_2" })).status, 200);
    });

    it("fails, and scores by the fallback, as often as it is told to", async () => {
        const simulator = await start({ errorRate: 1 });
        assert.equal(errorCode(await recommend(simulator)), "500 INTERNAL");
        Object.assign(simulator.settings, { errorRate: 0, degradedRate: 1 });
        assert.equal((await recommend(simulator)).body["degradedScoring"], true);
    });

    it("answers 503 once its queue is full", async () => {
        const simulator = await start({ capacity: { requestsPerSecond: 2, queueMs: 600 } });
        const answers = await Promise.all(Array.from({ length: 5 }, () => recommend(simulator)));
        assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 200, 503, 503, 503]);
        assert.ok(latencyOf(simulator.trueLatencies()).max >= 250);
    });

    it("breaks every connection while it is away, the probes' too, until its controls say otherwise", async () => {
        const simulator = await start();
        assert.deepEqual((await ask(simulator, "GET", "/api/health")).body, { status: "ok" });
        for (const [away, code] of [
            ["reset", "ECONNRESET"],
            ["close", "UND_ERR_SOCKET"],
        ] as const) {
            simulator.settings.away = away;
            await assert.rejects(ask(simulator, "GET", "/api/health"), { code });
        }
        assert.equal((await ask(simulator, "PATCH", "/simulator/settings", { away: "no" })).status, 200);
        assert.equal((await ask(simulator, "GET", "/api/ready")).status, 200);
    });

    it("says and takes its settings by HTTP, with all that is wrong with them", async () => {
        const simulator = await start({ latency: { kind: "constant", ms: 1 } });
        await recommend(simulator);
        assert.equal((await ask(simulator, "GET", "/simulator/latencies")).body["count"], 1);
        const patched = await ask(simulator, "PATCH", "/simulator/settings", { errorRate: 0.5 });
        assert.deepEqual([patched.status, patched.body["errorRate"], simulator.settings.errorRate], [200, 0.5, 0.5]);
        const wrong = await ask(simulator, "PATCH", "/simulator/settings", { errorRate: 2, speed: 1 });
        assert.equal(errorCode(wrong), "400 VALIDATION_ERROR");
        assert.match(JSON.stringify(wrong.body), /errorRate: .*; settings: .*speed/);
    });

    it("listens on loopback only", async () => {
        await assert.rejects(startSimulator({ host: "0.0.0.0" }), {
            message:
                'simulator: host is "0.0.0.0"; it takes any key, so it listens on loopback only. Give one of 127.0.0.1, ::1, localhost.',
        });
    });
});
