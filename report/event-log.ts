import { z } from "zod";
import type { PropertyValue } from "../offline/stand-ins/protocol/values";
import { ReportError } from "./report-error";

/** It comes out of `JSON.parse`, so it is one. */
const property = z.custom<PropertyValue>(() => true);

const state = z.object({
    type: z.string(),
    custom: z.boolean().default(false),
    protect: z.boolean().default(false),
    inputs: z.record(z.string(), property).nullish(),
});

const step = z.object({
    op: z.string(),
    urn: z.string(),
    old: state.nullish(),
    new: state.nullish(),
    /** Properties that make it a replacement. */
    keys: z.array(z.string()).nullish(),
    detailedDiff: z.record(z.string(), z.object({ diffKind: z.string() })).nullish(),
});

const policy = z.object({
    resourceUrn: z.string().optional(),
    message: z.string(),
    policyName: z.string(),
    policyPackName: z.string(),
    enforcementLevel: z.string(),
    severity: z.string().optional(),
});

const analysis = z.object({ passed: z.array(z.string()).default([]), failed: z.array(z.string()).default([]) });

const diagnostic = z.object({ urn: z.string().optional(), message: z.string(), severity: z.string() });

const summary = z.object({ result: z.string().default(""), isPreview: z.boolean().default(true) });

/** The events that a report is made of; the engine writes others, and more fields, which are passed over. */
const event = z.object({
    resourcePreEvent: z.object({ metadata: step }).optional(),
    policyEvent: policy.optional(),
    policyAnalyzeSummaryEvent: analysis.optional(),
    policyAnalyzeStackSummaryEvent: analysis.optional(),
    diagnosticEvent: diagnostic.optional(),
    errorEvent: z.object({ error: z.string() }).optional(),
    summaryEvent: summary.optional(),
});

export type Step = z.infer<typeof step>;
export type PolicyEvent = z.infer<typeof policy>;
export type Diagnostic = z.infer<typeof diagnostic>;

/** What the engine said of one run, in the order in which it said it. */
export interface EventLog {
    readonly steps: readonly Step[];
    readonly policyEvents: readonly PolicyEvent[];
    /** Names of the policies that looked at anything. */
    readonly policiesRun: readonly string[];
    readonly diagnostics: readonly Diagnostic[];
    readonly failed: boolean;
}

/**
 * Reads what `pulumi preview --event-log` wrote: an event in JSON on each line.
 *
 * @param source what errors call it
 * @throws ReportError when it is no event log, or not the whole of one
 */
export function readEventLog(text: string, source: string): EventLog {
    const lines = text.split("\n").filter((line) => line.trim() !== "");
    if (lines.length === 0) throw new ReportError(`${source} is empty; the preview stopped before it began. ${AGAIN}`);
    const events = lines.map((line, index) => readEvent(line, index + 1, lines.length, source));
    const end = events.find(({ summaryEvent }) => summaryEvent !== undefined)?.summaryEvent;
    if (end === undefined) {
        throw new ReportError(
            `${source} ends before the summary; the preview was stopped or the file is cut. ${AGAIN}`,
        );
    }
    const of = <K extends keyof (typeof events)[number]>(kind: K) => events.flatMap((entry) => entry[kind] ?? []);
    const analyses = [...of("policyAnalyzeSummaryEvent"), ...of("policyAnalyzeStackSummaryEvent")];
    return {
        steps: of("resourcePreEvent").map(({ metadata }) => metadata),
        policyEvents: of("policyEvent"),
        policiesRun: [...new Set(analyses.flatMap(({ passed, failed }) => [...passed, ...failed]))].sort(),
        diagnostics: [
            ...of("diagnosticEvent"),
            ...of("errorEvent").map(({ error }) => ({ message: error, severity: "error" })),
        ],
        failed: end.result === "failed",
    };
}

const AGAIN = "Run it again with --event-log, and look at what it prints.";

function readEvent(line: string, number: number, count: number, source: string): z.infer<typeof event> {
    let parsed: unknown;
    try {
        parsed = JSON.parse(line);
    } catch {
        if (number === count) {
            throw new ReportError(`${source} ends inside line ${number}; the preview was stopped. ${AGAIN}`);
        }
        throw new ReportError(`line ${number} of ${source} is no JSON. Give the file of \`--event-log\`.`);
    }
    const read = event.safeParse(parsed);
    if (read.success) return read.data;
    const issue = read.error.issues[0];
    throw new ReportError(
        `line ${number} of ${source} is no event of the engine: ${issue?.path.join(".")}: ${issue?.message}. Give the file of \`--event-log\`.`,
    );
}
