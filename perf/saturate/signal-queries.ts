import { SIGNALS, type Signal } from "./signals";

/** One query for all signals of Prometheus: each series carries its signal's id, so that an export says what it is of. */
export function prometheusQuery(signals: readonly Signal[] = SIGNALS): string {
    return signals
        .flatMap(({ id, query }) =>
            "promql" in query ? [`label_replace(${query.promql}, "signal", "${id}", "", "")`] : [],
        )
        .join(" or ");
}

/** As `aws cloudwatch get-metric-data --metric-data-queries` takes them: one list a tier, each of few searches. */
export function cloudWatchQueries(
    signals: readonly Signal[] = SIGNALS,
): ReadonlyMap<string, readonly CloudWatchQuery[]> {
    const tiers = new Map<string, CloudWatchQuery[]>();
    for (const { id, tier, query } of signals) {
        if (!("cloudWatch" in query)) continue;
        const queries = tiers.get(tier) ?? [];
        queries.push({ Id: id, Expression: query.cloudWatch, Label: id });
        tiers.set(tier, queries);
    }
    return tiers;
}

interface CloudWatchQuery {
    readonly Id: string;
    readonly Expression: string;
    readonly Label: string;
}

/** When to ask for; left out, the reader fills it in. */
export interface Range {
    readonly from: Date;
    readonly to: Date;
}

/** What `--show-queries` prints: a shell's commands that write the files which `--metrics` takes. */
export function queryCommands(range?: Range): string {
    const [from, to] = range === undefined ? ["<START>", "<END>"] : [range.from.toISOString(), range.to.toISOString()];
    const prometheus = [
        `# Prometheus: ${titles((query) => "promql" in query)}.`,
        'curl --fail --get "$PROMETHEUS/api/v1/query_range" \\',
        `    --data-urlencode start=${from} --data-urlencode end=${to} --data-urlencode step=15 \\`,
        `    --data-urlencode query='${prometheusQuery()}' \\`,
        "    > prometheus.json",
    ];
    const cloudWatch = [...cloudWatchQueries()].flatMap(([tier, queries]) => [
        "",
        `# CloudWatch, ${tier}: ${queries.map(({ Id }) => Id).join(", ")}.`,
        `aws cloudwatch get-metric-data --start-time ${from} --end-time ${to} --output json \\`,
        `    --metric-data-queries '${JSON.stringify(queries).replaceAll("'", "'\\''")}' \\`,
        `    > cloudwatch-${tier.toLowerCase()}.json`,
    ]);
    const thresholds = SIGNALS.map(
        ({ id, tier, title, threshold, source }) => `#   ${id} (${tier}): ${title}; from ${threshold}: ${source}.`,
    );
    return [...prometheus, ...cloudWatch, "", "# A signal has crossed at its threshold:", ...thresholds, ""].join("\n");
}

function titles(of: (query: Signal["query"]) => boolean): string {
    return SIGNALS.filter(({ query }) => of(query))
        .map(({ id }) => id)
        .join(", ");
}
