import autocannon from "autocannon";
import { BENCH_REQUEST, type Tool } from "./tool";

/** With a rate it corrects for coordinated omission, and gives latencies in whole milliseconds. */
export const autocannonTool: Tool = {
    name: "autocannon",
    async run({ url, seconds, connections, rate }) {
        const { path, headers, body } = BENCH_REQUEST;
        const result = await autocannon({
            url: new URL(path, url).href,
            method: "POST",
            headers,
            body,
            duration: seconds,
            connections,
            ...(rate === null ? {} : { overallRate: rate }),
        });
        return {
            rate: result["2xx"] / result.duration,
            p50Ms: result.latency.p50,
            p99Ms: result.latency.p99,
        };
    },
};
