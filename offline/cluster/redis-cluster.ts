import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { findOnPath } from "../executables";
import { OfflineError } from "../offline-error";
import { freePorts } from "./free-ports";
import { pause, type Servers } from "./servers";
import type { IssuedCertificate, ThrowawayCa } from "./throwaway-ca";

const LOOPBACK = "127.0.0.1";
const READY_WITHIN_MS = 60_000;

/** A Redis cluster as clients see it. */
export interface RedisCluster {
    readonly host: string;
    /** Of one node, which names the others: what the configuration endpoint is in ElastiCache. */
    readonly port: number;
    readonly password: string;
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
    const [nodes, buses] = [ports.slice(0, 6), ports.slice(6)];
    const password = randomBytes(16).toString("hex");
    const issued = ca.issue("redis");
    for (const [index, port] of nodes.entries()) {
        const dir = join(folder, `redis-${index}`);
        mkdirSync(dir, { recursive: true });
        const settings = settingsOf({ dir, port, bus: buses[index] ?? 0, password, issued, ca });
        const lines = Object.entries(settings).map(([name, value]) => `${name} ${value}`);
        writeFileSync(join(dir, "redis.conf"), `${lines.join("\n")}\n`, { mode: 0o600 });
        servers.start(`redis-${index}`, "redis-server", [join(dir, "redis.conf")]);
    }

    const env = { ...process.env, REDISCLI_AUTH: password };
    const cli = async (...args: readonly string[]) =>
        (await promisify(execFile)("redis-cli", ["--tls", "--cacert", ca.certificate, ...args], { env })).stdout;
    const everyNode = (what: string, answer: string, ...command: readonly string[]) =>
        until(what, servers, async () => {
            const answers = nodes.map((port) => cli("-h", LOOPBACK, "-p", `${port}`, ...command));
            return (await Promise.all(answers)).every((said) => said.includes(answer));
        });
    await everyNode("the nodes of Redis answer", "PONG", "ping");
    const members = nodes.map((port) => `${LOOPBACK}:${port}`);
    await cli("--cluster", "create", ...members, "--cluster-replicas", "1", "--cluster-yes");
    await everyNode("Redis serves every slot", "cluster_state:ok", "cluster", "info");
    return { host: LOOPBACK, port: nodes[0] ?? 0, password };
}

interface RedisNode {
    readonly dir: string;
    readonly port: number;
    /** Port that the nodes talk to each other on. */
    readonly bus: number;
    readonly password: string;
    readonly issued: IssuedCertificate;
    readonly ca: ThrowawayCa;
}

function settingsOf({ dir, port, bus, password, issued, ca }: RedisNode): Readonly<Record<string, string | number>> {
    return {
        dir,
        bind: LOOPBACK,
        port: 0,
        "tls-port": port,
        "cluster-port": bus,
        "tls-cert-file": issued.certificate,
        "tls-key-file": issued.key,
        "tls-ca-cert-file": ca.certificate,
        "tls-auth-clients": "no",
        "tls-replication": "yes",
        "tls-cluster": "yes",
        requirepass: password,
        masterauth: password,
        "cluster-enabled": "yes",
        maxmemory: "64mb",
        "maxmemory-policy": "noeviction",
        save: '""',
        // Its process is told from others by the path in its command line, in place of which it would write a title.
        "set-proc-title": "no",
    };
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
