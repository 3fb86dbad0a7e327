/** How long an answer takes, in milliseconds. */
export type LatencyDistribution =
    | { readonly kind: "constant"; readonly ms: number }
    | { readonly kind: "uniform"; readonly fromMs: number; readonly toMs: number }
    | { readonly kind: "lognormal"; readonly medianMs: number; readonly p99Ms: number }
    /** One of the given values, each as likely as another. */
    | { readonly kind: "empirical"; readonly samplesMs: readonly number[] };
