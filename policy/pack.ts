import type {
    PolicyConfigSchema,
    PolicyPackArgs,
    PolicyResource,
    ReportViolation,
    ResourceValidation,
    ResourceValidationPolicy,
    Policy as SdkPolicy,
    StackValidation,
    StackValidationPolicy,
} from "@pulumi/policy";
import { collectFindings, type Finding } from "./findings";
import { Resource } from "./graph/resource";
import { Stack } from "./graph/stack";
import { withoutProxy } from "./graph/unknown";
import type { Policy, ResourcePolicy, StackPolicy } from "./policy";
import { settingSchema, settingValues } from "./settings";

/** The policies as the SDK takes them, each under its own name and level. */
export function packArguments(policies: readonly Policy[]): PolicyPackArgs {
    const stackOf = onePerRun();
    return {
        displayName: "KaireonAI on AWS",
        description: "The chart and the AWS resources under it agree, everything fits, the published controls hold.",
        enforcementLevel: "mandatory",
        policies: policies.map((policy) =>
            policy.kind === "resource" ? forResources(policy) : forStack(policy, stackOf),
        ),
    };
}

function forResources(policy: ResourcePolicy): ResourceValidationPolicy {
    const validate: ResourceValidation = (args, reportViolation) => {
        if (!policy.types.includes(args.type)) return;
        const settings = settingValues(policy.id, policy.settings, args.getConfig());
        const resource = new Resource({ ...args, props: properties(args.props) });
        say(
            collectFindings((report) => policy.check(resource, report, settings)),
            reportViolation,
        );
    };
    return { ...described(policy), validateResource: marked(validate, policy.types) };
}

/** By this mark, which the SDK's own `validateResourceOfType` makes, it passes over other types before it reads a resource. */
function marked<T extends object>(validate: T, [type, ...others]: readonly string[] = []): T {
    return type === undefined || others.length > 0 ? validate : Object.assign(validate, { __pulumiType: type });
}

function forStack(policy: StackPolicy, stackOf: StackOf): StackValidationPolicy {
    const validateStack: StackValidation = (args, reportViolation) => {
        const settings = settingValues(policy.id, policy.settings, args.getConfig());
        const stack = stackOf(policy.id, args.resources);
        const reason = policy.notApplicable(stack);
        if (reason !== undefined) args.notApplicable(reason);
        say(
            collectFindings((report) => policy.check(stack, report, settings)),
            reportViolation,
        );
    };
    return { ...described(policy), validateStack: marked(validateStack, policy.types) };
}

type StackOf = (policyId: string, resources: readonly PolicyResource[]) => Stack;

/**
 * The SDK gives every stack policy the same resources read anew; one graph of them serves all. A policy that asks a second time
 * does so in another run.
 */
function onePerRun(): StackOf {
    let current: { readonly stack: Stack; readonly askedBy: Set<string> } | undefined;
    return (policyId, resources) => {
        if (current === undefined || current.askedBy.has(policyId) || !isOf(current.stack, resources))
            current = { stack: new Stack(resources), askedBy: new Set() };
        current.askedBy.add(policyId);
        return current.stack;
    };
}

function isOf(stack: Stack, resources: readonly PolicyResource[]): boolean {
    return (
        stack.resources.length === resources.length &&
        stack.resources.every(({ urn }, index) => urn === resources[index]?.urn)
    );
}

/** The SDK takes an object too, which its types do not say: the only way to a level of its own for one message. */
function say(findings: readonly Finding[], reportViolation: ReportViolation): void {
    for (const { kind, message, urn } of findings) {
        const level = kind === "unchecked" ? { enforcementLevel: "advisory" } : {};
        Reflect.apply(reportViolation, undefined, [{ message, ...(urn === undefined ? {} : { urn }), ...level }]);
    }
}

function described(policy: Policy): SdkPolicy {
    const { id, title, severity, fix, level, links = [], controls = [], pitfalls = [] } = policy;
    const [url] = links;
    return {
        name: id,
        displayName: title,
        description: title,
        severity,
        remediationSteps: fix,
        tags: [...controls, ...pitfalls],
        enforcementLevel: level?.is ?? "mandatory",
        ...(url === undefined ? {} : { url }),
        ...schemaOf(policy),
    };
}

function schemaOf({ settings }: Policy): { configSchema?: PolicyConfigSchema } {
    const entries = Object.entries(settings);
    if (entries.length === 0) return {};
    return {
        configSchema: { properties: Object.fromEntries(entries.map(([name, one]) => [name, settingSchema(one)])) },
    };
}

function properties(props: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
    const plain = withoutProxy(props);
    return typeof plain === "object" && plain !== null ? { ...plain } : {};
}
