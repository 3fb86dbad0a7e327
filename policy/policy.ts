import type { Release } from "./graph/release";
import type { Resource } from "./graph/resource";
import type { Stack } from "./graph/stack";
import type { Settings, SettingValues, ValuesOf } from "./settings";

export type Severity = "low" | "medium" | "high" | "critical";

/** What a reader is told of a policy: in the engine's output, by `npm run explain`, in docs/policies.md. */
export interface PolicyText {
    /** Kebab case, the name under which the policy is configured and reported. */
    readonly id: string;
    /** What must hold, as one sentence. */
    readonly title: string;
    /** What goes wrong otherwise. */
    readonly why: string;
    /** How to satisfy it, starting with a verb. */
    readonly fix: string;
    readonly severity: Severity;
    /** Ids of published controls, such as `RDS.27`. */
    readonly controls?: readonly string[];
    /** Ids of disagreements between chart and infrastructure, such as `P-SEL-09`. */
    readonly pitfalls?: readonly string[];
    readonly links?: readonly string[];
    /** Only for what is not mandatory by default. */
    readonly level?: { readonly is: "advisory" | "disabled"; readonly because: string };
}

/** How a check says what it found. */
export interface Report {
    /** @param at the resource at fault; without one it is the stack */
    violation(message: string, at?: { readonly urn: string }): void;
    /** Something that decides cannot be read; `CannotTell`, thrown, says the same of the rest of the check. */
    cannotTell(reason: string, at?: { readonly urn: string }): void;
    /** Checks every item, also those after one of which something cannot be told. */
    each<T>(items: readonly T[], check: (item: T) => void): void;
}

/** A rule about one resource, checked before it is made: it sees the inputs. */
export interface ResourcePolicy extends PolicyText {
    readonly kind: "resource";
    readonly settings: Settings;
    /** Type tokens. With one, the SDK passes over all other resources at no cost. */
    readonly types: readonly [string, ...string[]];
    readonly check: (resource: Resource, report: Report, settings: SettingValues) => void;
}

/** A rule about several resources, checked when all are registered. */
export interface StackPolicy extends PolicyText {
    readonly kind: "stack";
    readonly settings: Settings;
    /** With one type token, the SDK passes over a stack without such a resource at no cost. */
    readonly types?: readonly string[];
    /** Why the policy says nothing of this stack, if it does not. */
    readonly notApplicable: (stack: Stack) => string | undefined;
    readonly check: (stack: Stack, report: Report, settings: SettingValues) => void;
}

export type Policy = ResourcePolicy | StackPolicy;

interface Configured<S extends Settings> {
    /** Thresholds that the pack's config can change. */
    readonly settings?: S;
}

export interface ResourcePolicyOf<S extends Settings> extends PolicyText, Configured<S> {
    readonly types: readonly [string, ...string[]];
    readonly check: (resource: Resource, report: Report, settings: ValuesOf<S>) => void;
}

export function resourcePolicy<const S extends Settings = Readonly<Record<never, never>>>(
    policy: ResourcePolicyOf<S>,
): ResourcePolicy {
    const { check, settings = {}, ...text } = policy;
    return {
        ...text,
        kind: "resource",
        settings,
        check: (...[resource, report, values]) => check(resource, report, values as ValuesOf<S>),
    };
}

export interface StackPolicyOf<S extends Settings> extends PolicyText, Configured<S> {
    /** The policy applies when the stack has a resource of one of these types; without it, always. */
    readonly types?: readonly string[];
    readonly check: (stack: Stack, report: Report, settings: ValuesOf<S>) => void;
}

export function stackPolicy<const S extends Settings = Readonly<Record<never, never>>>(
    policy: StackPolicyOf<S>,
): StackPolicy {
    const { check, types, settings = {}, ...text } = policy;
    return {
        ...text,
        kind: "stack",
        settings,
        ...(types === undefined ? {} : { types }),
        notApplicable: (stack) =>
            types === undefined || stack.ofType(...types).length > 0
                ? undefined
                : `the stack has no ${types.join(", ")}`,
        check: (stack, report, values) => check(stack, report, values as ValuesOf<S>),
    };
}

export interface ReleasePolicyOf<S extends Settings> extends PolicyText, Configured<S> {
    /** Called for each release of the chart; not at all in a stack without one. */
    readonly check: (release: Release, stack: Stack, report: Report, settings: ValuesOf<S>) => void;
}

/** A stack policy about the release of the chart and what it needs. */
export function releasePolicy<const S extends Settings = Readonly<Record<never, never>>>(
    policy: ReleasePolicyOf<S>,
): StackPolicy {
    const { check, settings = {}, ...text } = policy;
    return {
        ...text,
        kind: "stack",
        settings,
        notApplicable: ({ releases }) =>
            releases.length > 0 ? undefined : "the stack has no release of KaireonAI's chart",
        check: (stack, report, values) =>
            report.each(stack.releases, (release) => check(release, stack, report, values as ValuesOf<S>)),
    };
}
