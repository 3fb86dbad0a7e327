import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify";
import type { Histogram } from "hdr-histogram-js";
import { xoroshiro128plus } from "pure-rand";
import { type BulkBody, bulkBody, type RecommendBody, type RespondBody, recommendBody, respondBody } from "./bodies";
import { addControls } from "./controls";
import { type LatencyDistribution, sampler } from "./latency";
import { type Answer, failed, Platform } from "./platform";
import { PreciseTimer } from "./precise-timer";
import { RateLimits } from "./rate-limits";
import type { SimulatorSettings } from "./settings";
import { SIMULATOR_HEADER } from "./simulator-header";
import type { Timing } from "./timing";

export interface SimulatorState {
    readonly settings: SimulatorSettings;
    readonly timing: Timing;
    readonly seed: number;
    latencies(): Histogram;
    forget(): void;
    record(milliseconds: number): void;
}

/** The server, before it listens. */
export function createServer(state: SimulatorState): FastifyInstance {
    const server = fastify({
        // A thousand items of a bulk with all their fields.
        bodyLimit: 4 * 1024 * 1024,
        forceCloseConnections: true,
        ajv: { customOptions: { removeAdditional: false, coerceTypes: false, allErrors: true } },
    });
    server.addHook("onRequest", (request, reply, done) => {
        reply.header(SIMULATOR_HEADER, "1");
        // Its controls answer always: otherwise it could not be told to come back.
        if (request.url.startsWith("/simulator/") || !hasGone(state.settings, request)) done();
    });
    server.setErrorHandler((error: Error & { readonly statusCode?: number }, _request, reply) => {
        const status = error.statusCode ?? 500;
        send(reply, failed(status, status < 500 ? "VALIDATION_ERROR" : "INTERNAL", error.message));
    });
    server.setNotFoundHandler((request, reply) =>
        send(reply, failed(404, "NOT_FOUND", `There is no ${request.method} ${request.url}.`)),
    );
    for (const path of ["/api/health", "/api/ready"]) server.get(path, async () => ({ status: "ok" }));
    addControls(server, state);
    server.register(async (scope) => addPlatform(scope, state));
    return server;
}

function addPlatform(server: FastifyInstance, state: SimulatorState): void {
    server.addHook("onRequest", (request, reply, done) => {
        if (keyOf(request) !== undefined) done();
        else send(reply, failed(401, "UNAUTHORIZED", "Send Authorization: Bearer <key>, or X-API-Key."));
    });
    const random = uniform(state.seed);
    const answerIn = answering(server, state, random);
    // Compiled by the server's own validator, on the first bulk.
    let isRespondBody: ((item: unknown) => item is RespondBody) | undefined;
    const platform = new Platform(
        state.settings,
        random,
        (item): item is RespondBody => isRespondBody?.(item) ?? false,
    );

    server.post<{ Body: RecommendBody }>("/api/v1/recommend", { schema: { body: recommendBody } }, (request, reply) =>
        answerIn(request, reply, () => platform.recommend(request.body)),
    );
    server.post<{ Body: RespondBody }>("/api/v1/respond", { schema: { body: respondBody } }, (request, reply) =>
        answerIn(request, reply, (key) => platform.respond(key, request.body, header(request, "idempotency-key"))),
    );
    server.post<{ Body: BulkBody }>("/api/v1/respond/bulk", { schema: { body: bulkBody } }, (request, reply) => {
        const compiled = request.compileValidationSchema(respondBody);
        isRespondBody = (item): item is RespondBody => compiled(item) === true;
        return answerIn(request, reply, (key) => platform.bulk(key, request.body));
    });
}

type AnswerIn = (request: FastifyRequest, reply: FastifyReply, make: (key: string) => Answer) => FastifyReply;

/** Answers when it is time to; refusals come at once, as a limiter before the platform gives them. */
function answering(server: FastifyInstance, state: SimulatorState, random: () => number): AnswerIn {
    const { settings, timing } = state;
    const timer = new PreciseTimer();
    server.addHook("onClose", async () => timer.clear());
    const limits = new RateLimits();
    const latency = latencies(settings, random);

    return (request, reply, make) => {
        const now = performance.now();
        const answerAfter = (milliseconds: number, answer: Answer) => {
            const due = timing.afterPause(now + milliseconds);
            state.record(due - now);
            timer.at(due, () => hasGone(settings, request) || send(reply, answer));
            return reply;
        };
        const key = keyOf(request) ?? "";
        if (settings.rateLimitPerMinute !== null && !limits.allows(key, settings.rateLimitPerMinute, now))
            return answerAfter(0, failed(429, "RATE_LIMITED", "Too many requests in this minute."));
        const wait = timing.admit(settings.capacity, now);
        if (wait === undefined) return answerAfter(0, failed(503, "OVERLOADED", "The queue is full."));
        const isError = random() < settings.errorRate;
        const answer = isError ? failed(500, "INTERNAL", "As the simulator was told to.") : make(key);
        return answerAfter(wait + latency(), answer);
    };
}

/** Draws from whatever distribution is set now. */
function latencies(settings: SimulatorSettings, random: () => number): () => number {
    let distribution: LatencyDistribution = settings.latency;
    let draw = sampler(distribution, random);
    return () => {
        if (distribution !== settings.latency) {
            distribution = settings.latency;
            draw = sampler(distribution, random);
        }
        return draw();
    };
}

function send(reply: FastifyReply, { status, body }: Answer): FastifyReply {
    return reply.code(status).send(body);
}

/** Ends the connection where the simulator is away. */
function hasGone({ away }: SimulatorSettings, { raw: { socket } }: FastifyRequest): boolean {
    if (away === "reset") socket.resetAndDestroy();
    if (away === "close") socket.destroy();
    return away !== "no";
}

/** The key decides the tenant, in either of the documented forms; the header with the tenant's id is not looked at. */
function keyOf(request: FastifyRequest): string | undefined {
    const bearer = /^Bearer (\S+)$/.exec(request.headers.authorization ?? "")?.[1];
    return bearer ?? header(request, "x-api-key");
}

function header(request: FastifyRequest, name: string): string | undefined {
    const value = request.headers[name];
    return typeof value === "string" && value !== "" ? value : undefined;
}

function uniform(seed: number): () => number {
    const generator = xoroshiro128plus(seed);
    return () => (generator.unsafeNext() >>> 0) / 2 ** 32;
}
