import { readFileSync } from "node:fs";
import { policies } from "../policy/policies";
import type { Relaxation } from "../policy/relaxations";
import { type Graph, readBaseGraph } from "./base-graph";
import { comment, failureComment } from "./comment";
import { readEventLog } from "./event-log";
import { reportOf } from "./report";
import { ReportError } from "./report-error";

export interface MadeComment {
    readonly text: string;
    /** Why it says no more than that there is no preview. */
    readonly problem?: string;
}

export interface CommentOptions {
    /** An event log or golden graph to compare with. */
    readonly base?: string | undefined;
    /** Where the preview came from, in a sentence. */
    readonly note?: string | undefined;
    /** What the policies do not ask of the stack. */
    readonly relaxed?: readonly Relaxation[] | undefined;
}

/**
 * The comment for an event log. A log that cannot be read gives a comment too: what an earlier preview said must not stay.
 *
 * @throws ReportError when the base cannot be read
 */
export function makeComment(log: string, { base, note, relaxed }: CommentOptions = {}): MadeComment {
    const graph: Graph | undefined = base === undefined ? undefined : readBaseGraph(read(base), base);
    const texts = Object.fromEntries(policies.map((policy) => [policy.id, policy]));
    try {
        return { text: comment(reportOf(readEventLog(read(log), log), graph, texts), note, relaxed) };
    } catch (problem) {
        if (!(problem instanceof ReportError)) throw problem;
        return { text: failureComment(problem.message), problem: problem.message };
    }
}

function read(file: string): string {
    try {
        return readFileSync(file, "utf8");
    } catch (problem) {
        throw new ReportError(`${file} cannot be read: ${problem instanceof Error ? problem.message : problem}.`);
    }
}
