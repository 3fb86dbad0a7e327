/** What every tool sends: a decision for one customer. */
export const BENCH_REQUEST = {
    path: "/api/v1/recommend",
    headers: { "Content-Type": "application/json", Authorization: "Bearer krn_bench" },
    body: '{"customerId":"load-0-1","limit":5}',
} as const;

export interface ToolRun {
    readonly url: URL;
    readonly seconds: number;
    readonly connections: number;
    /** Requests a second, for the tools that can be told: wrk always sends as fast as its connections let it. Null: as fast as it can. */
    readonly rate: number | null;
}

export interface ToolFigures {
    /** Answered requests a second. */
    readonly rate: number;
    readonly p50Ms: number;
    readonly p99Ms: number;
}

export interface Tool {
    readonly name: string;
    run(run: ToolRun): Promise<ToolFigures>;
}
