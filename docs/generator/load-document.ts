import { Command } from "commander";
import { addCommands } from "../../perf/commands/commands";
import { GATE } from "../../perf/compare/measure";
import { UNDECIDED_SHARE } from "../../perf/compare/unfit-problems";
import { EVENTS } from "../../perf/under-failure/events";
import { RECOVERY_TARGETS_SOURCE } from "../../perf/under-failure/recovery-targets";
import { measuredRequests, measuredSeconds, peakRate, type Scenario } from "../../perf/workload/scenario";
import { SCENARIOS } from "../../perf/workload/scenarios";
import { SLO } from "../../perf/workload/slo";
import { code, count, document, heading, table } from "./markdown";

/** `docs/load.md`: what perf/ can send and what it is judged by. How to go about it is in perf/README.md. */
export function loadDocument(): string {
    return document(
        heading("Load: scenarios, commands, and what is judged"),
        "How to measure with them, step by step: [perf/README.md](../perf/README.md). None of the figures here has been measured; they are what is asked for.",
        "## Commands",
        "Each as `npm run perf -- <command>`; `--help` has its options. Exit code 0: done, and judged well. 1: a run or a comparison failed. 2: it could not begin, " +
            "or what was given is wrong.",
        table(
            ["command", "what it does"],
            commands().map((command) => [code(command.name()), command.description()]),
        ),
        "## Scenarios",
        "Arrivals are open: a slow answer delays no later request. Rates are in requests a second, the warm-up is sent and not measured.",
        table(
            ["scenario", "peak", "warm-up s", "measured s", "requests", "of which", "what it is for"],
            SCENARIOS.map(scenarioRow),
        ),
        "## Objectives",
        `Source: ${SLO.source}. They are the decisions' alone; a run by other kinds of request as well is judged by its decisions in a report.`,
        table(
            ["objective", "must be under"],
            [
                ["p95", `${SLO.p95Ms} ms`],
                ["p99", `${SLO.p99Ms} ms`],
                ["errors", percent(SLO.errorRate)],
            ],
        ),
        "## The gate",
        `Source: ${GATE.source}. A rise by exactly as much passes. A run counts, as a baseline or against one, if it is complete. Of its requests no more than ` +
            `${percent(UNDECIDED_SHARE)} may have stayed unsent, no more than ${percent(UNDECIDED_SHARE)} been answered with 429, and no more than ` +
            `${percent(UNDECIDED_SHARE)} been scored by the fallback.`,
        table(
            ["figure", "may rise by"],
            [
                ["p95", percent(GATE.p95)],
                ["error rate", `${GATE.errorRate * 100} points`],
            ],
        ),
        "## Failures and recovery targets",
        `Source: ${RECOVERY_TARGETS_SOURCE}.`,
        table(
            ["event", "what happens", "judged by", "within s"],
            EVENTS.map(({ name, title, recoveryTarget }) => [
                code(name),
                title,
                recoveryTarget.component,
                recoveryTarget.seconds,
            ]),
        ),
    );
}

function commands(): readonly Command[] {
    const program = new Command();
    addCommands(program);
    return program.commands;
}

function scenarioRow(scenario: Scenario): readonly (string | number)[] {
    const kinds = Object.entries(scenario.mix).map(([kind, share]) => `${kind} ${percent(share)}`);
    return [
        code(scenario.name),
        peakRate(scenario),
        scenario.warmUpSeconds,
        measuredSeconds(scenario),
        Math.round(measuredRequests(scenario)),
        kinds.join(", "),
        scenario.about,
    ];
}

function percent(share: number): string {
    return `${count(share * 100)} %`;
}
