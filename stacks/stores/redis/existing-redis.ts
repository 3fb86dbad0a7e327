import { valueAt } from "../../../infra/sizing/workload";
import { problem } from "../../config/problem";
import { EXISTING_LIMITS, type ExistingStore, existingBackend, existingStoreProblems } from "../existing-store";
import { isGiven } from "../given";
import type { CheckContext, StoreChoice } from "../store-choice";

const STORE: ExistingStore = {
    name: "the Redis cluster",
    block: "redis",
    secret: { block: "redis", keys: ["password"] },
};

/** A Redis or Valkey cluster that is there already. */
export const existingRedis: StoreChoice<undefined> = {
    about: {
        title: "A Redis cluster that is there already",
        select: "redis.mode: external, redis.cluster: true, and redis.external.host",
        choose: "Where the cache is run by others, in cluster mode and over TLS.",
        limits: [
            ...EXISTING_LIMITS,
            "Its certificate must come from an authority that images trust by themselves, as ElastiCache's does.",
            "KEDA reads the queues' lengths: it must be admitted beside the pods.",
        ],
    },
    settings: undefined,
    selectedBy: ({ redisMode }, values) => redisMode === "external" && isGiven(values, "redis.external.host"),
    problems: (context) => [...shapeProblems(context), ...existingStoreProblems(context, STORE)],
    warnings: ({ values }) => {
        const rule =
            "its maxmemory-policy is not checked, and under any but noeviction BullMQ loses jobs when memory is full";
        const host = valueAt(values, "redis.external.host");
        return [problem("redis.external.host", host, rule, "Make sure that it is noeviction")];
    },
    build: (context) => ({
        backend: existingBackend(context, STORE, { redis: { mode: "external", cluster: true } }),
    }),
};

function shapeProblems({ values, workload }: CheckContext<undefined>): readonly string[] {
    const problems: string[] = [];
    if (!workload.redisCluster) {
        const rule = "one node is the wrong shape at this size";
        const fix =
            "Set redis.cluster to true in kaireon:values, and redis.external.host to a cluster's configuration endpoint";
        problems.push(problem("redis.cluster", false, rule, fix));
    }
    if (valueAt(values, "redis.external.tls") === false) {
        const rule = "the password would cross the network in clear text";
        problems.push(problem("redis.external.tls", false, rule, "Set redis.external.tls to true in kaireon:values"));
    }
    return problems;
}
