/** What a policy is given of a resource, as JSON. */
export interface RecordedInputs {
    readonly type: string;
    readonly urn: string;
    readonly name: string;
    readonly props: Record<string, unknown>;
    readonly opts: { protect: boolean; ignoreChanges: string[] };
    readonly provider?: { readonly type: string; readonly name: string; readonly props: Record<string, unknown> };
}

export interface RecordedNode extends RecordedInputs {
    readonly parent?: string;
    readonly dependencies: readonly string[];
    readonly propertyDependencies: Readonly<Record<string, readonly string[]>>;
}

/** All that a pack is given in one preview. */
export interface Recorded {
    /** For resource policies. */
    readonly inputs: readonly RecordedInputs[];
    /** For stack policies: outputs, and what depends on what. */
    readonly resources: readonly RecordedNode[];
}
