import { PerfError } from "../perf-error";
import { prometheusSamples, type Samples } from "./metrics-export";
import { prometheusQuery } from "./signal-queries";

const STEP_SECONDS = 15;
const TIMEOUT_MS = 30_000;

/** Asks a Prometheus for all signals over a time. @throws PerfError with what it answered */
export async function queryPrometheus(base: URL, from: Date, to: Date): Promise<Samples> {
    const url = new URL(`${base.pathname.replace(/\/$/, "")}/api/v1/query_range`, base);
    const body = new URLSearchParams({
        query: prometheusQuery(),
        start: String(from.getTime() / 1000),
        end: String(to.getTime() / 1000),
        step: String(STEP_SECONDS),
    });
    const text = await answerOf(url, body);
    return prometheusSamples(url.href, parsed(text));
}

async function answerOf(url: URL, body: URLSearchParams): Promise<string> {
    try {
        // By POST, which Prometheus takes as well: the query is too long for some proxies' URLs.
        const answer = await fetch(url, { method: "POST", body, signal: AbortSignal.timeout(TIMEOUT_MS) });
        const text = await answer.text();
        if (answer.ok) return text;
        throw new PerfError(`prometheus: ${url.href} answered ${answer.status}: ${text.slice(0, 200)}`);
    } catch (problem) {
        if (problem instanceof PerfError) throw problem;
        throw new PerfError(`prometheus: ${url.href} can't be asked: ${reason(problem)}. Correct --prometheus.`);
    }
}

function reason(problem: unknown): string {
    if (!(problem instanceof Error)) return String(problem);
    return problem.cause instanceof Error ? problem.cause.message : problem.message;
}

function parsed(text: string): unknown {
    try {
        return JSON.parse(text);
    } catch {
        return undefined;
    }
}
