import { Pool } from "undici";
import type { PlatformRequest } from "../workload/request";
import { type Ended, Exchange } from "./exchange";

/** The connections to a target, each with one request at a time. */
export class Connections {
    readonly #pool: Pool;
    readonly #path: string;
    /** In the order in which they were sent, which is that of their deadlines. */
    readonly #underWay = new Set<Exchange>();
    #busy = 0;

    /** @param released a connection is free again */
    constructor(
        target: URL,
        readonly most: number,
        timeoutMs: number,
        readonly released: () => void,
    ) {
        // Time-outs count from the intended start, so they are kept here; undici's own would count from the sending.
        const ownTimeouts = { headersTimeout: 0, bodyTimeout: 0, connect: { timeout: timeoutMs } };
        this.#pool = new Pool(target.origin, { connections: most, pipelining: 1, ...ownTimeouts });
        this.#path = target.pathname.replace(/\/$/, "");
    }

    get isFull(): boolean {
        return this.#busy >= this.most;
    }

    /** Requests without an end. */
    get underWay(): number {
        return this.#underWay.size;
    }

    /** Sends at once where a connection is free. @param deadline after it, the next `expire` ends it as `timeout` */
    send({ method, path, headers, body }: PlatformRequest, deadline: number, ended: (ended: Ended) => void): void {
        const exchange = new Exchange(
            deadline,
            (end) => {
                this.#underWay.delete(exchange);
                ended(end);
            },
            () => {
                this.#busy -= 1;
                this.released();
            },
        );
        this.#busy += 1;
        this.#underWay.add(exchange);
        this.#pool.dispatch({ method, path: this.#path + path, headers, body }, exchange);
    }

    expire(now: number): void {
        for (const exchange of this.#underWay) {
            if (exchange.deadline > now) return;
            exchange.abort("timeout");
        }
    }

    /** Ends at once; what has no end gets none. */
    async close(): Promise<void> {
        this.#underWay.clear();
        await this.#pool.destroy();
    }
}
