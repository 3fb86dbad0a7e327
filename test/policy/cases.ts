import type { StackFixture } from "./stack-fixture";

/** A change of the recorded stack of `large`, and what the pack says then. */
export interface Case {
    /** Goes on after "when": `a reader is missing`. */
    readonly when: string;
    readonly change: (stack: StackFixture) => unknown;
    /** What the pack's config says of the policy; left out: nothing. */
    readonly config?: Readonly<Record<string, unknown>>;
}

export interface ViolationCase extends Case {
    /** The exact message. */
    readonly message: string;
    /** `type name` of the resource at fault; left out: the stack. */
    readonly at?: string;
    /** Other policies that the same change must trip, with the reason why it cannot be made smaller. */
    readonly also?: Readonly<Record<string, string>>;
}

export interface UnknownCase extends Case {
    /** What is said not to be checked, without "not checked: " and the full stop. */
    readonly unchecked: string;
}

/**
 * The tests of one policy, as data beside it (`<id>.cases.ts`, exported as `cases`). The unchanged stack passes; every case of
 * `violations` is also a row of the mutation matrix: it must trip this policy and no other.
 */
export interface PolicyCases {
    readonly violations: readonly [ViolationCase, ...ViolationCase[]];
    /** What decides is left out altogether: a message, or `passes`. */
    readonly absent: readonly (ViolationCase | (Case & { readonly passes: true }))[];
    /** What decides is unknown; empty only with a reason. */
    readonly unknown: readonly UnknownCase[] | { readonly never: string };
    /** What a preview of `large` cannot tell, without "not checked: " and the full stop; left out: nothing. */
    readonly uncheckedInLarge?: readonly string[];
    /** Further changes that the policy accepts. */
    readonly passes?: readonly Case[];
}

/** What the tests of a table need beside its rows (`<service>.samples.ts`, exported as `samples`). */
export interface Samples {
    /** Inputs that satisfy all rows, for types that the stack of `large` does not have. */
    readonly inputs?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
    /** Rows that a preview of `large` cannot check, with the reason, by the row's id. */
    readonly uncheckedInLarge?: Readonly<Record<string, string>>;
    /** Other policies that breaking a row must trip, with the reason, by the row's id. */
    readonly also?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}
