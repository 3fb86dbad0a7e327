/** A user's mistake: printed without a stack trace. */
export class ReportError extends Error {
    constructor(problem: string) {
        super(`pr-report: ${problem}`);
    }
}
