import type { FastifyInstance } from "fastify";
import { PerfError } from "../perf-error";
import { latencyOf, storedHistogram } from "../results/histogram";
import { failed } from "./platform";
import type { SimulatorState } from "./server";
import { checkedSettings } from "./settings";

/** The simulator's own paths, for whoever runs it as a process: its settings, and the latencies that it meant to have. */
export function addControls(server: FastifyInstance, state: SimulatorState): void {
    server.get("/simulator/settings", async () => state.settings);
    server.patch("/simulator/settings", async (request, reply) => {
        try {
            return Object.assign(state.settings, checkedSettings(request.body));
        } catch (problem) {
            if (!(problem instanceof PerfError)) throw problem;
            const { status, body } = failed(400, "VALIDATION_ERROR", problem.message);
            return reply.code(status).send(body);
        }
    });
    server.get("/simulator/latencies", async () => ({
        count: state.latencies().totalCount,
        latencyMs: latencyOf(state.latencies()),
        histogram: storedHistogram(state.latencies()),
    }));
    server.delete("/simulator/latencies", async (_request, reply) => {
        state.forget();
        return reply.code(204).send();
    });
}
