import { stackOf } from "./area";
import { compareGraphs, type Graph } from "./base-graph";
import { type Change, changesOf } from "./changes";
import { type Danger, dangersOf } from "./danger";
import type { Diagnostic, EventLog } from "./event-log";
import { isNotKnown } from "./markdown";
import { type PolicyTexts, type Verdicts, verdictsOf } from "./verdicts";

/** Everything that a comment says, before it is worded. */
export interface Report {
    /** Absent when the preview stopped before it knew. */
    readonly stack?: string;
    readonly failed: boolean;
    readonly errors: readonly Diagnostic[];
    readonly warnings: readonly Diagnostic[];
    readonly changes: readonly Change[];
    readonly unchanged: number;
    readonly dangers: readonly Danger[];
    readonly verdicts: Verdicts;
    /** Two graphs were compared: what a replacement draws after it is not known. */
    readonly compared: boolean;
    /** Changed properties whose new value only the update will know. */
    readonly unknownProperties: number;
}

/**
 * @param base compares with this graph; otherwise the preview's own diff against the deployed stack counts
 * @param texts what policies say of themselves, by id
 */
export function reportOf(log: EventLog, base?: Graph, texts?: PolicyTexts): Report {
    const { changes, unchanged } = base === undefined ? changesOf(log.steps) : compareGraphs(base, log.steps);
    const stack = log.steps.map(({ urn }) => stackOf(urn)).find((name) => name !== "");
    return {
        ...(stack === undefined ? {} : { stack }),
        failed: log.failed,
        errors: log.diagnostics.filter(({ severity, message }) => severity === "error" && !isEcho(message)),
        warnings: log.diagnostics.filter(({ severity }) => severity === "warning"),
        changes,
        unchanged,
        dangers: dangersOf(changes),
        verdicts: verdictsOf(log, texts),
        compared: base !== undefined,
        unknownProperties: changes.flatMap(({ properties }) => properties).filter((change) => isNotKnown(change.new))
            .length,
    };
}

/** What the engine says once more at the end. */
function isEcho(message: string): boolean {
    return /^(preview|update) failed\s*$/.test(message);
}
