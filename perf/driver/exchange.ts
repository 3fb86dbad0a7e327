import type { Dispatcher } from "undici";
import { SIMULATOR_HEADER } from "../simulator/simulator-header";
import type { PlatformResponse } from "../workload/request";

/** How an exchange ended: with an answer, or with the reason why there is none. */
export interface Ended extends PlatformResponse {
    /** `ECONNREFUSED`, `timeout`; undefined of a whole answer. */
    readonly failure?: string;
    readonly isSimulator: boolean;
}

const NONE = { status: 0, body: "", isSimulator: false } as const;

/** One request on its way, and its answer. */
export class Exchange implements Dispatcher.DispatchHandler {
    #controller: Dispatcher.DispatchController | undefined;
    #status = 0;
    #isSimulator = false;
    #isOver = false;
    readonly #chunks: Buffer[] = [];

    /**
     * @param deadline in the caller's clock
     * @param ended once, as soon as the end is known
     * @param released once, when the connection is free again, or gone
     */
    constructor(
        readonly deadline: number,
        readonly ended: (ended: Ended) => void,
        readonly released: () => void,
    ) {}

    /** Ends it as a failure. The connection cannot be used again: the answer may still come on it. */
    abort(failure: string): void {
        this.#end({ ...NONE, failure });
        this.#controller?.abort(new Error(failure));
    }

    onRequestStart(controller: Dispatcher.DispatchController): void {
        this.#controller = controller;
        if (this.#isOver) controller.abort(new Error("It was given up before it had a connection."));
    }

    onResponseStart(_controller: unknown, status: number, headers: Readonly<Record<string, unknown>>): void {
        this.#status = status;
        this.#isSimulator = headers[SIMULATOR_HEADER] === "1";
    }

    onResponseData(_controller: unknown, chunk: Buffer): void {
        this.#chunks.push(chunk);
    }

    onResponseEnd(): void {
        const [first] = this.#chunks;
        const whole = this.#chunks.length === 1 && first !== undefined ? first : Buffer.concat(this.#chunks);
        this.#end({ status: this.#status, body: whole.toString(), isSimulator: this.#isSimulator });
        this.released();
    }

    onResponseError(_controller: unknown, problem: Error): void {
        this.#end({ ...NONE, failure: failureOf(problem) });
        this.released();
    }

    #end(ended: Ended): void {
        if (this.#isOver) return;
        this.#isOver = true;
        this.ended(ended);
    }
}

/** A word to count by. Of several addresses that were tried, the first one's. */
export function failureOf(problem: Error): string {
    if (problem instanceof AggregateError && problem.errors[0] instanceof Error) return failureOf(problem.errors[0]);
    const code = "code" in problem && typeof problem.code === "string" ? problem.code : problem.name;
    return code === "UND_ERR_SOCKET" ? "connection closed" : code === "UND_ERR_CONNECT_TIMEOUT" ? "timeout" : code;
}
