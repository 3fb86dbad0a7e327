import Table from "cli-table3";
import type { Command } from "commander";
import { measuredRequests, measuredSeconds, peakRate, type Scenario } from "../workload/scenario";
import { SCENARIOS } from "../workload/scenarios";

/** `scenarios`: what there is to run, as a table. */
export function addScenarios(program: Command): void {
    program
        .command("scenarios")
        .description("list what can be run")
        .action(() => {
            process.stdout.write(`${scenariosTable(SCENARIOS)}\n`);
        });
}

export function scenariosTable(scenarios: readonly Scenario[]): string {
    const table = new Table({
        head: ["scenario", "peak /s", "warm-up s", "measured s", "requests", "what it sends"],
        colAligns: ["left", "right", "right", "right", "right", "left"],
        style: { head: [], border: [] },
    });
    for (const scenario of scenarios) {
        const figures = [
            peakRate(scenario),
            scenario.warmUpSeconds,
            measuredSeconds(scenario),
            measuredRequests(scenario),
        ];
        table.push([scenario.name, ...figures.map((figure) => String(Math.round(figure))), scenario.about]);
    }
    return table.toString();
}
