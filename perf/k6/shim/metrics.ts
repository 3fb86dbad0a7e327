/** k6's metrics, as far as the scripts use them: counters and rates, with submetrics by tag. */
export type MetricType = "counter" | "rate";
export type Tags = Readonly<Record<string, string>>;

const NAME = /^[a-zA-Z_][a-zA-Z0-9_]{1,128}$/;
const SUBMETRIC = /^([a-zA-Z_][a-zA-Z0-9_]*)\{([a-z_]+):([^}]+)\}$/;

/** What k6 measures by itself; the rest of it is not imitated. */
const BUILT_IN: readonly (readonly [string, MetricType])[] = [
    ["http_reqs", "counter"],
    ["iterations", "counter"],
    ["dropped_iterations", "counter"],
];

interface Sink {
    readonly type: MetricType;
    /** Of a submetric: only samples with this tag. */
    readonly tag?: readonly [string, string];
    total: number;
    samples: number;
    trues: number;
}

export class Metrics {
    readonly #sinks = new Map<string, Sink>();
    /** By metric: itself and its submetrics. */
    readonly #fed = new Map<string, Sink[]>();
    /** Until all of the script was loaded: k6 refuses a metric that is made later. */
    inInit = true;

    constructor() {
        for (const [name, type] of BUILT_IN) this.#add(name, type);
    }

    declare(name: string, type: MetricType): void {
        if (!this.inInit) throw new Error(`shim: metric ${name} is made outside the init context.`);
        if (!NAME.test(name)) throw new Error(`shim: metric name ${JSON.stringify(name)} is not one of k6's.`);
        const found = this.#sinks.get(name);
        if (found !== undefined && found.type !== type) throw new Error(`shim: metric ${name} has two types.`);
        if (found === undefined) this.#add(name, type);
    }

    /** Makes the submetric that a threshold names. @returns the type that its expressions are about */
    observe(name: string): MetricType {
        const [, parent = name, tag, value] = SUBMETRIC.exec(name) ?? [];
        const sink = this.#sinks.get(parent);
        if (sink === undefined) throw new Error(`shim: there is a threshold on ${name}, and no such metric.`);
        if (tag !== undefined && value !== undefined && !this.#sinks.has(name))
            this.#add(name, sink.type, parent, [tag, value]);
        return sink.type;
    }

    add(name: string, value: number | boolean, tags: Tags): void {
        const number = Number(value);
        if (!Number.isFinite(number)) throw new Error(`shim: ${value} is added to metric ${name}.`);
        for (const sink of this.#fed.get(name) ?? []) {
            if (sink.tag !== undefined && tags[sink.tag[0]] !== sink.tag[1]) continue;
            sink.total += number;
            sink.samples += 1;
            if (number !== 0) sink.trues += 1;
        }
    }

    values(name: string): Readonly<Record<string, number>> {
        const sink = this.#sinks.get(name);
        if (sink === undefined) throw new Error(`shim: there is no metric ${name}.`);
        if (sink.type === "counter") return { count: sink.total };
        const rate = sink.samples === 0 ? 0 : sink.trues / sink.samples;
        return { rate, passes: sink.trues, fails: sink.samples - sink.trues };
    }

    /** Those with samples: k6 leaves the others out of the summary. */
    observed(): readonly string[] {
        return [...this.#sinks].flatMap(([name, { samples }]) => (samples > 0 ? [name] : []));
    }

    #add(name: string, type: MetricType, parent = name, tag?: readonly [string, string]): void {
        const sink = { type, ...(tag === undefined ? {} : { tag }), total: 0, samples: 0, trues: 0 };
        this.#sinks.set(name, sink);
        this.#fed.set(parent, [...(this.#fed.get(parent) ?? []), sink]);
    }
}
