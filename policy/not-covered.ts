/** A published control or a known disagreement that no policy checks; docs/policies.md lists it, so that a reader finds every id. */
export interface NotCovered {
    /** As in the catalogue: `RDS.4`, `P-AZ-05`. */
    readonly id: string;
    readonly why: string;
}
