/** One condition of a run that counts. */
export interface Check {
    /** What is looked at: `replicas`. */
    readonly title: string;
    /** What is wrong: the thing, the value, the rule and the fix, a sentence or two each. Nothing: the condition holds. */
    readonly problems: readonly string[];
    /** What was found where it holds. */
    readonly found: string;
}
