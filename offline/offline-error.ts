/** Something that the user can put right: printed as its message, without a stack trace. */
export class OfflineError extends Error {
    override readonly name = "OfflineError";

    /** @param exitCode what the command exits with */
    constructor(
        message: string,
        readonly exitCode = 1,
    ) {
        super(message);
    }
}
