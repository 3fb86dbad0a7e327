/** A user's mistake or a file that is not what it should be: printed without a stack trace. */
export class ReportError extends Error {}
