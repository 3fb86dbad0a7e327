import { execFile, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { BENCH_REQUEST, type Tool, type ToolFigures } from "./tool";

/** wrk, where it is on PATH: https://github.com/wg/wrk. One thread, as the others have. It measures a closed loop from the sending. */
export const wrkTool: Tool = {
    name: "wrk",
    async run({ url, seconds, connections }) {
        const folder = mkdtempSync(join(tmpdir(), "wrk-"));
        const script = join(folder, "post.lua");
        try {
            writeFileSync(script, luaScript());
            const options = ["--threads", "1", "--connections", String(connections), "--duration", `${seconds}s`];
            const { stdout } = await promisify(execFile)("wrk", [
                ...options,
                ...["--latency", "--script", script, new URL(BENCH_REQUEST.path, url).href],
            ]);
            return wrkFigures(stdout);
        } finally {
            rmSync(folder, { recursive: true });
        }
    },
};

export function isWrkInstalled(): boolean {
    return spawnSync("wrk", ["--version"]).error === undefined;
}

function luaScript(): string {
    const headers = Object.entries(BENCH_REQUEST.headers).map(([name, value]) => `wrk.headers["${name}"] = "${value}"`);
    return ['wrk.method = "POST"', `wrk.body = '${BENCH_REQUEST.body}'`, ...headers].join("\n");
}

const UNIT_MS: Readonly<Record<string, number>> = { us: 0.001, ms: 1, s: 1000, m: 60_000 };

/** @throws Error where the text is not wrk's */
export function wrkFigures(text: string): ToolFigures {
    const percentile = (name: string) => {
        const [, value, unit = ""] = new RegExp(`^ +${name}% +([\\d.]+)(us|ms|s|m)$`, "m").exec(text) ?? [];
        return Number(value) * (UNIT_MS[unit] ?? Number.NaN);
    };
    const rate = Number(/^Requests\/sec: +([\d.]+)$/m.exec(text)?.[1]);
    const figures = { rate, p50Ms: percentile("50"), p99Ms: percentile("99") };
    if (Object.values(figures).some(Number.isNaN))
        throw new Error(`bench: wrk prints a rate and percentiles; this is what it printed:\n${text}`);
    return figures;
}
