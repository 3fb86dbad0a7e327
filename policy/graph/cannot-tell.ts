/**
 * Thrown when a check needs something that cannot be read; the pack turns it into an advisory message under the policy's id, so that
 * what was not checked is never taken for a pass.
 */
export class CannotTell extends Error {
    override readonly name = "CannotTell";

    /**
     * @param reason what could not be read and why: `postgres (aws:rds/cluster:Cluster): kmsKeyId is not known before the update`
     * @param urn of the resource that it belongs to
     */
    constructor(
        readonly reason: string,
        readonly urn?: string,
    ) {
        super(reason);
    }
}
