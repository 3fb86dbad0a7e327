import { build, decodeFromCompressedBase64, encodeIntoCompressedBase64, type Histogram } from "hdr-histogram-js";
import type { Latency, StoredHistogram } from "./result";

/** Three digits: a recorded value is within 0.1 % of the measured one. */
const SIGNIFICANT_DIGITS = 3;
/** Ten minutes in microseconds: beyond any time-out, so that nothing is cut off at the top. */
const HIGHEST = 600_000_000;

/** An empty histogram of latencies in microseconds. */
export function newHistogram(): Histogram {
    return build({
        lowestDiscernibleValue: 1,
        highestTrackableValue: HIGHEST,
        numberOfSignificantValueDigits: SIGNIFICANT_DIGITS,
        bitBucketSize: 32,
        useWebAssembly: false,
    });
}

/** Records one latency. @param milliseconds from the intended start; below a microsecond it counts as one */
export function recordLatency(histogram: Histogram, milliseconds: number): void {
    histogram.recordValue(Math.min(HIGHEST, Math.max(1, Math.round(milliseconds * 1000))));
}

export function storedHistogram(histogram: Histogram): StoredHistogram {
    return { unit: "us", significantDigits: SIGNIFICANT_DIGITS, data: encodeIntoCompressedBase64(histogram) };
}

/** @throws what the decoder says of data that it cannot read */
export function readHistogram({ data }: StoredHistogram): Histogram {
    return decodeFromCompressedBase64(data, 32, false);
}

/** The percentiles of a histogram, in milliseconds; zeros for an empty one. */
export function latencyOf(histogram: Histogram): Latency {
    const at = (percentile: number) =>
        histogram.totalCount === 0 ? 0 : histogram.getValueAtPercentile(percentile) / 1000;
    return {
        min: histogram.totalCount === 0 ? 0 : histogram.minNonZeroValue / 1000,
        mean: histogram.totalCount === 0 ? 0 : histogram.mean / 1000,
        p50: at(50),
        p90: at(90),
        p95: at(95),
        p99: at(99),
        p999: at(99.9),
        max: at(100),
    };
}
