import { execFileSync, spawn } from "node:child_process";
import { closeSync, existsSync, openSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { OfflineError } from "../offline-error";

/** A program that runs in the background until it is told to stop. */
export interface Server {
    readonly name: string;
    readonly pid: number;
}

const LIST = "servers.json";

/** The background programs of one folder; their logs and process ids lie in it, so that another command finds them. */
export class Servers {
    constructor(private readonly folder: string) {}

    /** Starts a program; what it says goes to `<name>.log`. */
    start(name: string, command: string, args: readonly string[], env: NodeJS.ProcessEnv = process.env): void {
        const log = openSync(this.logOf(name), "a");
        const child = spawn(command, args, { cwd: this.folder, env, detached: true, stdio: ["ignore", log, log] });
        closeSync(log);
        if (child.pid === undefined) throw new OfflineError(`offline: ${command} cannot be started.`);
        child.unref();
        this.write([...this.list(), { name, pid: child.pid }]);
    }

    /** Those that were started from this folder, oldest first. */
    list(): readonly Server[] {
        const file = join(this.folder, LIST);
        return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : [];
    }

    isRunning({ pid }: Server): boolean {
        // A process id may belong to somebody else by now: only a program that was started with this folder is one of these.
        return commandOf(pid)?.includes(this.folder) ?? false;
    }

    /**
     * Fails as soon as a program has ended.
     *
     * @throws OfflineError with the last lines of its log
     */
    assertRunning(): void {
        for (const server of this.list()) {
            if (!this.isRunning(server)) {
                throw new OfflineError(
                    `offline: ${server.name} has ended. Its last words (${this.logOf(server.name)}):\n${this.lastWords(server.name)}`,
                );
            }
        }
    }

    /** Ends every program, last one first, by its process id; kills what does not end within ten seconds. */
    async stop(): Promise<void> {
        for (const server of [...this.list()].reverse()) {
            if (!this.isRunning(server)) continue;
            signal(server.pid, "SIGTERM");
            for (let waited = 0; waited < 10_000 && this.isRunning(server); waited += 50) await pause(50);
            if (this.isRunning(server)) signal(server.pid, "SIGKILL");
        }
        this.write([]);
    }

    /** Kills every program at once: for a process that is about to end itself and can wait for nothing. */
    kill(): void {
        for (const server of this.list().filter((listed) => this.isRunning(listed))) signal(server.pid, "SIGKILL");
    }

    logOf(name: string): string {
        return join(this.folder, `${name}.log`);
    }

    lastWords(name: string): string {
        const log = this.logOf(name);
        return existsSync(log) ? readFileSync(log, "utf8").trimEnd().split("\n").slice(-15).join("\n") : "(none)";
    }

    private write(servers: readonly Server[]): void {
        writeFileSync(join(this.folder, LIST), JSON.stringify(servers));
    }
}

export function pause(milliseconds: number): Promise<void> {
    return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

function commandOf(pid: number): string | undefined {
    try {
        return execFileSync("ps", ["-ww", "-o", "stat=,args=", "-p", `${pid}`], { encoding: "utf8" }).replace(
            /^Z.*/,
            "",
        );
    } catch {
        return undefined;
    }
}

function signal(pid: number, name: NodeJS.Signals): void {
    try {
        process.kill(pid, name);
    } catch {
        // It ended by itself a moment ago.
    }
}
