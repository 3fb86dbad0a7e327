import { type Agent, request } from "undici";
import { z } from "zod";
import type { Metrics, Tags } from "./metrics";

const paramsSchema = z.strictObject({
    headers: z.record(z.string(), z.string()),
    timeout: z.number().gt(0),
    responseType: z.enum(["text", "none"]),
});

export interface HttpContext {
    readonly agent: Agent;
    readonly metrics: Metrics;
    /** Of the iteration that is under way. */
    readonly tags: () => Tags;
    /** Ends what is under way when the run ends. */
    readonly signal: AbortSignal;
    /** Instead of the script's time-out. */
    readonly timeoutMs: number | undefined;
}

/** `k6/http` with the one call that the scripts make. https://grafana.com/docs/k6/latest/javascript-api/k6-http/asyncrequest/ */
export function httpModule(context: HttpContext) {
    async function asyncRequest(method: string, url: string, body: string, params: unknown) {
        if (method !== "POST") throw new Error(`shim: http.asyncRequest with ${method} is not imitated.`);
        const { headers, timeout, responseType } = paramsSchema.parse(params);
        context.metrics.add("http_reqs", 1, context.tags());
        const begin = performance.now();
        const answer = await exchange(context, { url, body, timeout: context.timeoutMs ?? timeout, headers });
        const duration = performance.now() - begin;
        const { status, error_code, text, headers: received } = answer;
        const timings = {
            blocked: 0,
            connecting: 0,
            tls_handshaking: 0,
            sending: 0,
            waiting: duration,
            receiving: 0,
            duration,
        };
        return { status, error_code, headers: received, body: responseType === "text" ? text : null, timings };
    }
    return { asyncRequest };
}

interface Sent {
    readonly url: string;
    readonly body: string;
    readonly timeout: number;
    readonly headers: Readonly<Record<string, string>>;
}

/** k6 does not throw where no answer comes: the status is 0 then. */
async function exchange({ agent, signal }: HttpContext, { url, body, timeout, headers }: Sent) {
    try {
        const answer = await request(url, {
            method: "POST",
            body,
            headers,
            dispatcher: agent,
            signal: AbortSignal.any([signal, AbortSignal.timeout(timeout)]),
        });
        const text = await answer.body.text();
        const status = answer.statusCode;
        return { status, error_code: status < 400 ? 0 : 1000 + status, text, headers: canonical(answer.headers) };
    } catch (problem) {
        // The run has ended: k6 stops the iteration here, and nothing of it is counted.
        if (signal.aborted) return new Promise<never>(() => {});
        return { status: 0, error_code: errorCode(problem), text: null, headers: {} };
    }
}

/** https://grafana.com/docs/k6/latest/javascript-api/error-codes/ */
function errorCode(problem: unknown): number {
    if (!(problem instanceof Error)) return 1000;
    if (problem.name === "TimeoutError") return 1050;
    const code = "code" in problem ? problem.code : undefined;
    if (code === "ECONNREFUSED") return 1212;
    return code === "ECONNRESET" || code === "UND_ERR_SOCKET" ? 1220 : 1000;
}

/** `x-kaireon-simulator` is `X-Kaireon-Simulator` in k6, as in every Go program. */
function canonical(headers: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> {
    return Object.fromEntries(
        Object.entries(headers).map(([name, value]) => [
            name.replace(/(^|-)[a-z]/g, (letter) => letter.toUpperCase()),
            Array.isArray(value) ? value.join(", ") : (value ?? ""),
        ]),
    );
}
