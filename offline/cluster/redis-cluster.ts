import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { findOnPath } from "../executables";
import { OfflineError } from "../offline-error";
import { freePorts } from "./free-ports";
import { pause, type Servers } from "./servers";
import type { ThrowawayCa } from "./throwaway-ca";

const LOOPBACK = "127.0.0.1";
const READY_WITHIN_MS = 60_000;

/** A Redis cluster as clients see it. */
export interface RedisCluster {
    readonly host: string;
    /** Of one node, which names the others: what the configuration endpoint is in ElastiCache. */
    readonly port: number;
    readonly password: string;
    /** Runs redis-cli against a node. @returns what it printed */
    readonly cli: (...args: readonly string[]) => Promise<string>;
}

/**
 * Starts six nodes, three shards with a replica each, on the loopback interface with what ElastiCache is given in production: cluster
 * mode, TLS without client certificates, a password, and no eviction.
 *
 * @param servers ends the nodes with the other programs of its folder
 * @throws OfflineError when a node ends or the cluster does not come together
 */
export async function startRedisCluster(folder: string, servers: Servers, ca: ThrowawayCa): Promise<RedisCluster> {
    const ports = await freePorts(12);
    const nodes = ports.slice(0, 6).map((port, index) => ({ port, bus: ports[index + 6] ?? 0 }));
    const password = randomBytes(16).toString("hex");
    const { certificate, key } = ca.issue("redis");
    for (const [index, { port, bus }] of nodes.entries()) {
        const dir = join(folder, `redis-${index}`);
        mkdirSync(dir, { recursive: true });
        const settings: Record<string, string | number> = {
            bind: LOOPBACK,
            port: 0,
            "tls-port": port,
            "cluster-port": bus,
            "tls-cert-file": certificate,
            "tls-key-file": key,
            "tls-ca-cert-file": ca.certificate,
            "tls-auth-clients": "no",
            "tls-replication": "yes",
            "tls-cluster": "yes",
            requirepass: password,
            masterauth: password,
            "cluster-enabled": "yes",
            maxmemory: "64mb",
            "maxmemory-policy": "noeviction",
            dir,
            save: '""',
            // Its process is told from others by the path in its command line, in place of which it would write a title.
            "set-proc-title": "no",
        };
        const lines = Object.entries(settings).map(([name, value]) => `${name} ${value}`);
        writeFileSync(join(dir, "redis.conf"), `${lines.join("\n")}\n`, { mode: 0o600 });
        servers.start(`redis-${index}`, "redis-server", [join(dir, "redis.conf")]);
    }

    const first = nodes[0]?.port ?? 0;
    const run = async (args: readonly string[]) => {
        const env = { ...process.env, REDISCLI_AUTH: password };
        const { stdout } = await promisify(execFile)("redis-cli", ["--tls", "--cacert", ca.certificate, ...args], {
            env,
        });
        return stdout.trim();
    };
    const cli = (...args: readonly string[]) => run(["-h", LOOPBACK, "-p", `${first}`, ...args]);
    for (const { port } of nodes)
        await until(
            "a node answers",
            servers,
            async () => (await run(["-h", LOOPBACK, "-p", `${port}`, "ping"])) === "PONG",
        );
    const members = nodes.map(({ port }) => `${LOOPBACK}:${port}`);
    await run(["--cluster", "create", ...members, "--cluster-replicas", "1", "--cluster-yes"]);
    await until("every slot is served", servers, async () =>
        (await cli("cluster", "info")).includes("cluster_state:ok"),
    );
    return { host: LOOPBACK, port: first, password, cli };
}

/** Why there can be no Redis cluster on this machine. */
export function missingForRedis(env: Readonly<Record<string, string | undefined>>): string | undefined {
    const missing = ["redis-server", "redis-cli"].filter((name) => findOnPath(name, env["PATH"]) === undefined);
    if (missing.length === 0) return undefined;
    return `offline: ${missing.join(" and ")} not on PATH. Install Redis 7 (Debian: apt-get install redis-server).`;
}

async function until(what: string, servers: Servers, holds: () => Promise<boolean>): Promise<void> {
    const start = Date.now();
    while (!(await holds().catch(() => false))) {
        servers.assertRunning();
        if (Date.now() - start > READY_WITHIN_MS) {
            throw new OfflineError(
                `offline: waited ${READY_WITHIN_MS / 1000} s until ${what}, in vain. Logs are beside ${servers.logOf("redis-0")}.`,
            );
        }
        await pause(100);
    }
}
