import { execFileSync } from "node:child_process";
import type { Servers } from "./servers";

/** Resident memory of a background program. */
export interface ServerFigure {
    readonly name: string;
    readonly memoryMib: number;
}

/** What the running programs of a cluster take, in the order of their start. */
export function figuresOf(servers: Servers): readonly ServerFigure[] {
    const running = servers.list().filter((server) => servers.isRunning(server));
    return running.map(({ name, pid }) => {
        const kib = Number(execFileSync("ps", ["-o", "rss=", "-p", `${pid}`], { encoding: "utf8" }));
        return { name, memoryMib: Math.round(kib / 1024) };
    });
}

/** Such as `etcd 42 MiB, kube-apiserver 250 MiB; together 292 MiB`. */
export function figuresLine(figures: readonly ServerFigure[]): string {
    const total = figures.reduce((sum, { memoryMib }) => sum + memoryMib, 0);
    return `${figures.map(({ name, memoryMib }) => `${name} ${memoryMib} MiB`).join(", ")}; together ${total} MiB`;
}
