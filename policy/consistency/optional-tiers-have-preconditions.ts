import type { Release } from "../graph/release";
import { releasePolicy } from "../policy";
import { publisherOf } from "./selectors";

export const optionalTiersHavePreconditions = releasePolicy({
    id: "optional-tiers-have-preconditions",
    title: "stream has its switch and a broker, mcp is dedicated, and ML_WORKER_URL names the ML worker that is installed",
    why: "Streaming pods without them idle or crash in a loop; training requests to another address have no target.",
    fix: "Set FLOW_STREAMING_ENABLED and a broker for stream, and leave ML_WORKER_URL to the chart",
    severity: "medium",
    pitfalls: ["P-SEL-11"],
    links: ["https://docs.kaireonai.com/platform/streaming-runtime", "https://docs.kaireonai.com/deployment/ml-worker"],
    check: (release, _stack, report) => {
        const say = (problem: string) => report.violation(`${release.label}: ${problem}`, release.resource);
        report.each([streamProblems, mcpProblems, mlWorkerProblems], (problems) => problems(release).map(say));
    },
});

function streamProblems(release: Release): readonly string[] {
    const { values } = release;
    const stream = release.tier("stream");
    if (stream?.enabled !== true || stream.minReplicas === 0) return [];
    const gate = values.at("config.FLOW_STREAMING_ENABLED");
    const own = stream.values.at("env.FLOW_STREAMING_ENABLED");
    const bus = publisherOf(release);
    return [
        ...(gate.text() === "true" || own.text() === "true"
            ? []
            : [
                  `${stream.values.path}.enabled is true, but ${gate.path} is ${gate.shown()}. Set it to "true", or switch stream off.`,
              ]),
        ...(bus === "redis" || bus === "eventbridge"
            ? [
                  `${stream.values.path}.enabled is true, but the event bus is ${bus}, which is no broker to read from. Choose kafka, kinesis or pulsar, or switch stream off.`,
              ]
            : []),
    ];
}

/** The vendor's switch is `dedicated`: `enabled` alone switches nothing. */
function mcpProblems({ values }: Release): readonly string[] {
    const enabled = values.at("mcp.enabled");
    const dedicated = values.at("mcp.dedicated");
    if (enabled.flag() !== true || dedicated.flag() === true) return [];
    return [
        `${enabled.path} is true, but ${dedicated.path} is ${dedicated.shown()}. Set it to true, or leave enabled out.`,
    ];
}

function mlWorkerProblems(release: Release): readonly string[] {
    const mlWorker = release.tier("mlWorker");
    const places = ["config.ML_WORKER_URL", "api.env.ML_WORKER_URL", "worker.env.ML_WORKER_URL"].map((path) =>
        release.values.at(path),
    );
    return places.flatMap((place) => {
        const url = place.text() || undefined;
        if (url === undefined || mlWorker?.enabled !== true) return [];
        const port = mlWorker.values.number("port") ?? 8000;
        const { host, told } = addressOf(url);
        // A host with dots may be a name of its own, or another cluster's.
        const isOurs = host === mlWorker.workload || host.startsWith(`${mlWorker.workload}.`);
        if (isOurs ? told === port : host.includes(".")) return [];
        return [
            `${place.path} is ${url}, but the release installs ${mlWorker.workload} on port ${port}. Set it to http://${mlWorker.workload}:${port}, or leave it out.`,
        ];
    });
}

function addressOf(url: string): { readonly host: string; readonly told: number } {
    const [, host = "", port] = /^(?:https?:\/\/)?([^:/]+)(?::(\d+))?/.exec(url) ?? [];
    return { host, told: Number(port ?? (url.startsWith("https:") ? 443 : 80)) };
}
