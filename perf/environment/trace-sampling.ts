import { request } from "undici";

/** Who asks, and where. */
export interface Caller {
    readonly target: string;
    readonly apiKey: string | undefined;
    readonly tenantId: string | undefined;
}

const TIMEOUT_MS = 10_000;
const OTHERWISE = "Otherwise state the rate: --trace-sample-rate RATE";

/**
 * The tenant's `decisionTraceSampleRate`, 0 where tracing is off: https://docs.kaireonai.com, API reference of tenant settings. The answer's
 * shape is not documented, so the key is taken wherever in it it stands.
 */
export async function traceSampleRate({
    target,
    apiKey,
    tenantId,
}: Caller): Promise<number | { readonly problem: string }> {
    if (!apiKey)
        return {
            problem: `API_KEY is not set, so the tenant's settings can't be asked for. Set it. ${OTHERWISE}.`,
        };
    const url = `${target.replace(/\/+$/, "")}/api/v1/tenant-settings`;
    try {
        const answer = await request(url, {
            headers: {
                authorization: `Bearer ${apiKey}`,
                "x-api-key": apiKey,
                ...(tenantId ? { "x-tenant-id": tenantId } : {}),
            },
            headersTimeout: TIMEOUT_MS,
            bodyTimeout: TIMEOUT_MS,
        });
        const text = await answer.body.text();
        if (answer.statusCode !== 200) return { problem: `GET ${url} answered ${answer.statusCode}. ${OTHERWISE}.` };
        return (
            sampleRateIn(text) ?? { problem: `GET ${url} has no decisionTraceSampleRate in its answer. ${OTHERWISE}.` }
        );
    } catch (problem) {
        return { problem: `GET ${url} failed: ${problem instanceof Error ? problem.message : problem}. ${OTHERWISE}.` };
    }
}

/** The rate in an answer's text; undefined where it names none from 0 to 1. */
export function sampleRateIn(text: string): number | undefined {
    let settings: unknown;
    try {
        settings = JSON.parse(text);
    } catch {
        return undefined;
    }
    if (find(settings, "decisionTraceEnabled") === false) return 0;
    const rate = find(settings, "decisionTraceSampleRate");
    return typeof rate === "number" && rate >= 0 && rate <= 1 ? rate : undefined;
}

function find(node: unknown, key: string): unknown {
    if (typeof node !== "object" || node === null) return undefined;
    if (Object.hasOwn(node, key)) return Reflect.get(node, key);
    return Object.values(node)
        .map((child) => find(child, key))
        .find((found) => found !== undefined);
}
