import Table from "cli-table3";
import type { Occupancy, Spread } from "./occupancy";

/** The pools: nodes, and what of them is taken. */
export function occupancyTable(pools: readonly Occupancy[]): string {
    return tableOf(
        ["pool", "nodes", "CPU requested / allocatable", "memory requested / allocatable"],
        pools.map((pool) => [
            pool.pool,
            `${pool.nodes}`,
            `${cores(pool.requestedCpuMilli)} / ${cores(pool.allocatableCpuMilli)} (${percent(pool.requestedCpuMilli, pool.allocatableCpuMilli)})`,
            `${gib(pool.requestedMemoryMib)} / ${gib(pool.allocatableMemoryMib)} GiB (${percent(pool.requestedMemoryMib, pool.allocatableMemoryMib)})`,
        ]),
    );
}

/** The tiers: pods, and where they are. */
export function spreadTable(tiers: readonly Spread[]): string {
    return tableOf(
        ["tier", "ready", "not ready", "nodes", "pool", "pods by zone"],
        tiers.map((tier) => [
            tier.component,
            `${tier.running}`,
            `${tier.pending}`,
            `${tier.nodes}`,
            tier.pools.join(", "),
            tier.zones.join(" / "),
        ]),
    );
}

function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
    const table = new Table({ head: [...head], style: { head: [], border: [], compact: true } });
    table.push(...rows.map((row) => [...row]));
    return table.toString();
}

function cores(milli: number): string {
    return (milli / 1000).toFixed(1);
}

function gib(mib: number): string {
    return (mib / 1024).toFixed(1);
}

function percent(part: number, whole: number): string {
    return whole === 0 ? "-" : `${Math.round((100 * part) / whole)} %`;
}
