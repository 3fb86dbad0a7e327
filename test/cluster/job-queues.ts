import { readFileSync } from "node:fs";
import { Queue, Worker } from "bullmq";
import { Cluster } from "ioredis";
import type { RedisCluster } from "../../offline/cluster/redis-cluster";

/** BullMQ's queues as the application makes and works them. */
export class JobQueues {
    private readonly connection: Cluster;
    private readonly queues: ReadonlyMap<string, Queue>;
    private readonly workers: Worker[] = [];

    /**
     * @param prefix of every key, in braces: `{kaireon}`
     * @param authority file with the certificate that Redis is trusted by
     */
    constructor(
        { host, port, password }: RedisCluster,
        names: readonly string[],
        private readonly prefix: string,
        authority: string,
    ) {
        this.connection = new Cluster([{ host, port }], {
            redisOptions: { password, tls: { ca: readFileSync(authority) }, maxRetriesPerRequest: null },
        });
        this.queues = new Map(names.map((name) => [name, new Queue(name, { connection: this.connection, prefix })]));
    }

    /** Puts jobs into a queue until so many wait. */
    async fill(name: string, upTo: number): Promise<void> {
        const queue = this.queue(name);
        const missing = upTo - (await queue.getWaitingCount());
        await queue.addBulk(Array.from({ length: missing }, (_, job) => ({ name: "job", data: { job } })));
    }

    /** The jobs that have been worked off, by queue. */
    async done(): Promise<Readonly<Record<string, number>>> {
        const counts = [...this.queues].map(async ([name, queue]) => [name, await queue.getCompletedCount()] as const);
        return Object.fromEntries(await Promise.all(counts));
    }

    /** Takes jobs out of every queue from now on, fifty of each at a time. */
    workOff(): void {
        const work = () => Promise.resolve();
        const options = { connection: this.connection, prefix: this.prefix, concurrency: 50 };
        for (const name of this.queues.keys()) this.workers.push(new Worker(name, work, options));
    }

    async close(): Promise<void> {
        await Promise.all(this.workers.map((worker) => worker.close(true)));
        await Promise.all([...this.queues.values()].map((queue) => queue.close()));
        this.connection.disconnect();
    }

    private queue(name: string): Queue {
        const queue = this.queues.get(name);
        if (queue === undefined) throw new Error(`job-queues: there is no queue ${name}`);
        return queue;
    }
}
