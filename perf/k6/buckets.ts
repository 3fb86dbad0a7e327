/**
 * Latencies as counts by bucket. A Trend of k6 ends as percentiles, and percentiles of several runners cannot be added up; counts can. Each
 * bucket is 4 % wider than the one before, so that its middle is within 2 % of all that it holds: 281 of them from 1 ms to a minute. That
 * is one Counter of k6 each, which must be declared before the run; ten times as fine would be ten times as many in each virtual user.
 */
const GROWTH = 1.04;
const HIGHEST_MS = 60_000;

/** Buckets 0 to this: the first holds all up to 1 ms, the last all above a minute, which no time-out lets happen. */
export const LAST_BUCKET = Math.ceil(Math.log(HIGHEST_MS) / Math.log(GROWTH)) + 1;

export function bucketOf(latencyMs: number): number {
    if (latencyMs <= 1) return 0;
    return Math.min(LAST_BUCKET, Math.ceil(Math.log(latencyMs) / Math.log(GROWTH)));
}

/** What a bucket counts as, in milliseconds: the geometric middle, which errs by the same share to both sides. */
export function bucketMs(bucket: number): number {
    return bucket === 0 ? 1 : GROWTH ** (bucket - 0.5);
}

/** The latency that a share of the counted ones stays at or below. @param share 0 to 1 */
export function quantileMs(buckets: Readonly<Record<string, number>>, share: number): number {
    const filled = Object.entries(buckets)
        .map(([bucket, count]) => ({ bucket: Number(bucket), count }))
        .sort((left, right) => left.bucket - right.bucket);
    const wanted = share * filled.reduce((sum, { count }) => sum + count, 0);
    let sum = 0;
    for (const { bucket, count } of filled) {
        sum += count;
        if (sum >= wanted) return bucketMs(bucket);
    }
    return 0;
}
