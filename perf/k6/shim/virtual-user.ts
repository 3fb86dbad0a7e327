import { createContext, type Script } from "node:vm";
import { z } from "zod";
import type { Metrics, MetricType, Tags } from "./metrics";

const scriptSchema = z.object({
    options: z.unknown(),
    setup: z.custom<() => unknown>((value) => typeof value === "function"),
    default: z.custom<(data: unknown) => Promise<void>>((value) => typeof value === "function"),
    handleSummary: z.custom<(data: unknown) => unknown>((value) => typeof value === "function"),
});

export interface VirtualUserContext {
    readonly script: Script;
    readonly environment: Readonly<Record<string, string>>;
    readonly metrics: Metrics;
    /** Unique in the test, from 1; 0 for `setup` and the summary. */
    readonly id: number;
    readonly http: (tags: () => Tags) => object;
}

/**
 * One virtual user: a JavaScript world of its own with the script loaded into it, as in k6. It holds what the language itself has, and
 * nothing of Node's: a script that needs `process`, `Buffer` or `URL` fails here as it would there.
 */
export class VirtualUser {
    /** The k6 scenario that it works for at the moment. */
    scenario = "";
    readonly #script: z.infer<typeof scriptSchema>;

    constructor({ script, environment, metrics, id, http }: VirtualUserContext) {
        const tags = () => ({ scenario: this.scenario });
        const user = this;
        const execution = {
            scenario: refusing("exec.scenario", {
                get name() {
                    return user.scenario;
                },
            }),
            vu: refusing("exec.vu", { idInTest: id }),
        };
        const modules: Readonly<Record<string, object>> = {
            "k6/http": refusing("k6/http", http(tags)),
            "k6/metrics": refusing("k6/metrics", metricsModule(metrics, tags)),
            "k6/execution": refusing("k6/execution", execution),
        };
        const require = (name: string) => {
            const found = modules[name];
            if (found === undefined) throw new Error(`shim: module ${name} is not imitated.`);
            return refusing(name, { __esModule: true, default: found, ...found });
        };
        const module = { exports: {} };
        script.runInContext(createContext({ module, exports: module.exports, require, __ENV: { ...environment } }));
        this.#script = scriptSchema.parse({ ...module.exports });
    }

    get options(): unknown {
        return this.#script.options;
    }

    /** What it returns travels to the other virtual users as JSON. */
    setup(): unknown {
        return JSON.parse(JSON.stringify(this.#script.setup() ?? null));
    }

    async iterate(scenario: string, data: unknown): Promise<void> {
        this.scenario = scenario;
        await this.#script.default(data);
    }

    summarize(data: object): unknown {
        return this.#script.handleSummary(data);
    }
}

function metricsModule(metrics: Metrics, tags: () => Tags) {
    const constructorOf = (type: MetricType) =>
        class {
            constructor(readonly name: string) {
                metrics.declare(name, type);
            }

            add(value: number | boolean): void {
                metrics.add(this.name, value, tags());
            }
        };
    return { Counter: constructorOf("counter"), Rate: constructorOf("rate") };
}

/** What is not imitated is refused, where it would otherwise be a silent `undefined`. */
function refusing<Value extends object>(name: string, value: Value): Value {
    return new Proxy(value, {
        get(target, property, receiver) {
            if (typeof property === "symbol" || property in target || property === "then")
                return Reflect.get(target, property, receiver);
            throw new Error(`shim: ${name}.${property} is not imitated.`);
        },
    });
}
