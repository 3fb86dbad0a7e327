/** A mistake of whoever runs a command, or something that a run met: said in full, without a stack trace. */
export class PerfError extends Error {
    /** @param exitCode 1: the run or the comparison failed; 2: it could not begin or be judged, since what was given is wrong. */
    constructor(
        message: string,
        readonly exitCode: 1 | 2 = 2,
    ) {
        super(message);
    }
}
