import { request } from "undici";
import { PerfError } from "../perf-error";
import { SIMULATOR_HEADER } from "../simulator/simulator-header";
import { failureOf } from "./exchange";

const TIMEOUT_MS = 5000;
const PATH = "/api/health";

/**
 * Asks the target for its health before any load. The vendor leaves this probe out of its objectives, and so do the figures.
 * @returns what the target is
 * @throws PerfError where it does not answer, or says that it is not well
 */
export async function probe(target: URL): Promise<"platform" | "simulator"> {
    const url = new URL(target.pathname.replace(/\/$/, "") + PATH, target);
    const limits = { signal: AbortSignal.timeout(TIMEOUT_MS), headersTimeout: TIMEOUT_MS, bodyTimeout: TIMEOUT_MS };
    const answer = await request(url, limits).catch((problem: Error) => {
        const reason = problem.name === "TimeoutError" ? `no answer in ${TIMEOUT_MS / 1000} s` : failureOf(problem);
        throw new PerfError(
            `target: ${url} does not answer (${reason}). Nothing was sent; is it running, and reachable from here?`,
        );
    });
    await answer.body.dump();
    if (answer.statusCode >= 300)
        throw new PerfError(
            `target: ${url} answers ${answer.statusCode}; it must be 200. Nothing was sent; --target is the platform's address, without /api.`,
        );
    return answer.headers[SIMULATOR_HEADER] === "1" ? "simulator" : "platform";
}
