// Measures the driver, autocannon and wrk in turn against one simulator, which knows the truth: `npm run bench:driver -- [rounds [rate [seconds]]]`.
import { request } from "undici";
import type { LatencyDistribution } from "../../simulator/latency";
import { spawnSimulator } from "../../simulator/spawn-simulator";
import { autocannonTool } from "./autocannon-tool";
import { benchTable, type Known } from "./bench-table";
import { driverTool } from "./driver-tool";
import type { Tool } from "./tool";
import { isWrkInstalled, wrkTool } from "./wrk-tool";

const MEDIAN_MS = 20;
const P99_MS = 120;
/** Of the distribution: a closed loop of rate times mean latency connections has the asked rate. */
const MEAN_MS = 26.9;
/** An open loop needs more: in some moments more are under way than in the mean. */
const SPARE = 3;
const ZERO_CONNECTIONS = 64;

const KNOWN: LatencyDistribution = { kind: "lognormal", medianMs: MEDIAN_MS, p99Ms: P99_MS };
const ZERO: LatencyDistribution = { kind: "constant", ms: 0 };

async function setLatency(simulator: URL, latency: LatencyDistribution): Promise<void> {
    const settings = {
        method: "PATCH",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ latency }),
    };
    await (await request(new URL("/simulator/settings", simulator), settings)).body.dump();
    await (await request(new URL("/simulator/latencies", simulator), { method: "DELETE" })).body.dump();
}

async function trueP99(simulator: URL): Promise<number> {
    const answer = await request(new URL("/simulator/latencies", simulator));
    const { latencyMs } = (await answer.body.json()) as { readonly latencyMs: { readonly p99: number } };
    return latencyMs.p99;
}

async function known(tool: Tool, simulator: URL, rate: number, seconds: number): Promise<Known> {
    await setLatency(simulator, KNOWN);
    const needed = Math.ceil((rate * MEAN_MS) / 1000);
    const connections = tool === wrkTool ? needed : needed * SPARE;
    const figures = await tool.run({ url: simulator, seconds, connections, rate });
    return { ...figures, trueP99Ms: await trueP99(simulator) };
}

async function most(tool: Tool, simulator: URL, seconds: number): Promise<number> {
    await setLatency(simulator, ZERO);
    return (await tool.run({ url: simulator, seconds, connections: ZERO_CONNECTIONS, rate: null })).rate;
}

async function main(given: readonly string[]): Promise<void> {
    const [rounds = 3, rate = 5000, seconds = 10] = given.map(Number);
    if (![rounds, rate, seconds].every((value) => Number.isInteger(value) && value >= 1) || given.length > 3)
        throw new Error(`bench: give [rounds [rate [seconds]]], whole numbers from 1; it is ${given.join(" ")}.`);
    const tools = [driverTool, autocannonTool, ...(isWrkInstalled() ? [wrkTool] : [])];
    if (!tools.includes(wrkTool)) process.stderr.write("bench: wrk is not on PATH, and left out.\n");
    const all = tools.map((tool) => ({ tool, name: tool.name, known: [] as Known[], most: [] as number[] }));
    const simulator = await spawnSimulator([]);
    try {
        // Unmeasured: the simulator's and the tools' code is compiled by then.
        for (const { tool } of all) await most(tool, simulator.url, 2);
        for (let round = 1; round <= rounds; round += 1) {
            process.stderr.write(`bench: round ${round} of ${rounds}\n`);
            // In turn, so that whatever else the machine does falls on all of them.
            for (const series of all) series.known.push(await known(series.tool, simulator.url, rate, seconds));
            for (const series of all) series.most.push(await most(series.tool, simulator.url, Math.ceil(seconds / 3)));
        }
    } finally {
        await simulator.stop();
    }
    process.stdout.write(
        `${benchTable(all)}\nAsked for ${rate}/s at a lognormal latency of median ${MEDIAN_MS} and p99 ${P99_MS} ms, for ${seconds} s; "most" is at none. ` +
            `Median of ${rounds} rounds (least to most). target: simulator.\n`,
    );
}

main(process.argv.slice(2)).catch((problem: Error) => {
    process.stderr.write(`${problem.message}\n`);
    process.exitCode = 1;
});
