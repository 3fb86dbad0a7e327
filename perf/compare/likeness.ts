import type { Environment, Result } from "../results/result";
import type { MeasuredRun } from "./measured-run";

type Facets = Readonly<Record<string, string>>;

/** Why runs are not like each other in what has to be the same, a line for each difference; nothing where they are alike. */
export function unlikeProblems(runs: readonly MeasuredRun[]): string[] {
    return [
        ...differences(runs, likeFacets),
        ...groups(runs, ({ result }) => `${result.scenario} of ${result.startedAt}`)
            .filter(([, paths]) => paths.length > 1)
            .map(([run, paths]) => `the same run, ${run}, is given ${paths.length} times: ${paths.join(", ")}.`),
    ];
}

/** Whether all of them are alike, and besides of one version: runs of one series. */
export function areOneSeries(runs: readonly MeasuredRun[]): boolean {
    return areLike(runs) && differences(runs, versionFacets).length === 0;
}

export function areLike(runs: readonly MeasuredRun[]): boolean {
    return differences(runs, likeFacets).length === 0;
}

/** The same, for the runs of one side: whose medians are taken together may not differ in what is compared either. */
export function mixedProblems(side: "baseline" | "candidate", runs: readonly MeasuredRun[]): string[] {
    return differences(runs, versionFacets).map((problem) => `the ${side}'s runs are of several versions: ${problem}`);
}

/** What may differ between the sides, and does: `environment.imageTag: 2.3.0 -> 2.4.0`. */
export function versionChanges(baseline: Result, candidate: Result): string[] {
    const after = new Map(Object.entries({ ...versionFacets(candidate), ...toolFacets(candidate) }));
    return Object.entries({ ...versionFacets(baseline), ...toolFacets(baseline) })
        .filter(([facet, value]) => after.get(facet) !== value)
        .map(([facet, value]) => `${facet}: ${value} -> ${after.get(facet)}`);
}

/** All that describes a run, and its value in it. */
export function facetsOf(result: Result): Facets {
    return { ...likeFacets(result), ...versionFacets(result), ...toolFacets(result) };
}

/** What decides a latency besides the product's version. */
function likeFacets({ scenario, load, driver, target, environment }: Result): Facets {
    return {
        scenario,
        "load.requestsPerSecond": String(load.requestsPerSecond),
        "load.seconds": String(load.seconds),
        "load.warmUpSeconds": String(load.warmUpSeconds),
        "load.customers": String(load.customers),
        "load.skew": String(load.skew),
        "load.tenants": String(load.tenants),
        "driver.name": driver.name,
        "driver.runners": String(driver.runners),
        // A way through a balancer is another way than one inside the cluster; the simulator listens on any port.
        target: target.kind === "platform" ? `platform ${target.url}` : "simulator",
        ...environmentFacets(environment),
    };
}

function environmentFacets(environment: Environment | null): Facets {
    if (environment === null) return { environment: "none" };
    const { stack, region, kubernetesVersion, valuesHash, backends, nodes, replicas, traceSampleRate } = environment;
    return {
        environment: "read",
        "environment.stack": stack,
        "environment.region": region,
        "environment.kubernetesVersion": kubernetesVersion,
        "environment.valuesHash": valuesHash,
        "environment.traceSampleRate": String(traceSampleRate),
        ...under("environment.backends", backends),
        ...under(
            "environment.nodes",
            mapped(nodes, ({ instanceType, count }) => `${count} x ${instanceType}`),
        ),
        ...under("environment.replicas", mapped(replicas, String)),
    };
}

/** What a comparison is made for. */
function versionFacets({ environment }: Result): Facets {
    return environment === null
        ? {}
        : { "environment.chartVersion": environment.chartVersion, "environment.imageTag": environment.imageTag };
}

function toolFacets({ driver, load }: Result): Facets {
    return { "driver.version": driver.version, "load.seed": String(load.seed) };
}

function differences(runs: readonly MeasuredRun[], facetsOf: (result: Result) => Facets): string[] {
    const all = runs.map(({ path, result }) => ({
        path,
        isRead: result.environment !== null,
        facets: new Map(Object.entries(facetsOf(result))),
    }));
    const names = [...new Set(all.flatMap(({ facets }) => [...facets.keys()]))];
    return names.flatMap((name) => {
        // A run without an environment differs by that alone.
        const compared = all.filter(({ isRead }) => isRead || !name.startsWith("environment."));
        const values = groups(compared, ({ facets }) => facets.get(name) ?? "none");
        return values.length < 2
            ? []
            : [`${name}: ${values.map(([value, paths]) => `${value} in ${paths.join(", ")}`).join("; ")}.`];
    });
}

/** Paths by what `keyOf` gives, in the order of first appearance. */
function groups<Run extends { readonly path: string }>(
    runs: readonly Run[],
    keyOf: (run: Run) => string,
): [string, string[]][] {
    const found = new Map<string, string[]>();
    for (const run of runs) found.set(keyOf(run), [...(found.get(keyOf(run)) ?? []), run.path]);
    return [...found];
}

function under(prefix: string, values: Facets): Facets {
    return Object.fromEntries(Object.entries(values).map(([name, value]) => [`${prefix}.${name}`, value]));
}

function mapped<Value>(values: Readonly<Record<string, Value>>, text: (value: Value) => string): Facets {
    return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, text(value)]));
}
