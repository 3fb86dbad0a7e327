import type { PolicyResource, ResourceValidationArgs, StackValidationArgs } from "@pulumi/policy";
import { unknownCheckingProxy } from "@pulumi/policy";
import { packArguments } from "../../policy/pack";
import type { Policy } from "../../policy/policy";
import type { Recorded, RecordedInputs } from "./recorded";

/** What the engine would show. */
export interface Said {
    readonly policy: string;
    readonly level: string;
    readonly message: string;
    /** `type name` of the resource at fault; absent for the stack. */
    readonly at?: string;
}

/** The pack's config, as the engine gives it: settings by policy. */
export type Config = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

class NotApplicable extends Error {}

/** Runs policies over recorded resources as the SDK's server does, each resource behind the SDK's proxy. */
export function runPack(policies: readonly Policy[], recorded: Recorded, config: Config = {}): readonly Said[] {
    const said: Said[] = [];
    const stack = stackResources(recorded);
    const noun = new Map(recorded.resources.map(({ urn, type, name }) => [urn, `${type} ${name}`]));
    for (const policy of packArguments(policies).policies) {
        const report = (violation: unknown, urn?: string) =>
            void said.push(asSaid(violation, urn, policy.name, policy.enforcementLevel ?? "mandatory", noun));
        const common = {
            stackTags: new Map<string, string>(),
            getConfig: configOf(config[policy.name]),
            notApplicable,
        };
        if ("validateStack" in policy) {
            const args: StackValidationArgs = { ...common, resources: [...stack] };
            unlessNotApplicable(() => policy.validateStack(args, report));
            continue;
        }
        const validate = policy.validateResource;
        if (typeof validate !== "function") throw new Error(`${policy.name} has not one validation`);
        const type: unknown = Reflect.get(validate, "__pulumiType");
        for (const inputs of recorded.inputs) {
            if (type !== undefined && type !== inputs.type) continue;
            const args: ResourceValidationArgs = { ...common, ...proxied(inputs) };
            unlessNotApplicable(() => validate(args, (violation: unknown) => report(violation, inputs.urn)));
        }
    }
    return said;
}

function asSaid(
    violation: unknown,
    urn: string | undefined,
    policy: string,
    level: string,
    noun: ReadonlyMap<string, string>,
): Said {
    if (typeof violation !== "object" || violation === null) throw new Error(`${policy} reports plain text`);
    const { message, ...more } = { message: "", ...violation } as {
        message: string;
        urn?: string;
        enforcementLevel?: string;
    };
    const at = noun.get(more.urn ?? urn ?? "");
    return { policy, level: more.enforcementLevel ?? level, message, ...(at === undefined ? {} : { at }) };
}

function stackResources(recorded: Recorded): readonly PolicyResource[] {
    const resources = recorded.resources.map(
        (node): PolicyResource => ({ ...proxied(node), dependencies: [], propertyDependencies: {} }),
    );
    const byUrn = new Map(resources.map((resource) => [resource.urn, resource]));
    const ends = (urns: readonly string[]) => urns.flatMap((urn) => byUrn.get(urn) ?? []);
    recorded.resources.forEach((node, index) => {
        const resource = resources[index];
        if (resource === undefined) return;
        const parent = byUrn.get(node.parent ?? "");
        if (parent !== undefined) resource.parent = parent;
        resource.dependencies = ends(node.dependencies);
        for (const [key, urns] of Object.entries(node.propertyDependencies))
            resource.propertyDependencies[key] = ends(urns);
    });
    return resources;
}

function proxied({ type, urn, name, props, opts, provider }: RecordedInputs) {
    const timeouts = { createSeconds: 0, updateSeconds: 0, deleteSeconds: 0 };
    return {
        type,
        urn,
        name,
        props: unknownCheckingProxy(props),
        opts: { ...opts, aliases: [], additionalSecretOutputs: [], customTimeouts: timeouts },
        isType: () => false,
        asType: () => undefined,
        ...(provider === undefined
            ? {}
            : { provider: { ...provider, urn: "", props: unknownCheckingProxy(provider.props) } }),
    };
}

function configOf(given: Readonly<Record<string, unknown>> = {}) {
    return <T extends object>() => given as T;
}

function notApplicable(reason?: string): never {
    throw new NotApplicable(reason);
}

function unlessNotApplicable(validate: () => unknown): void {
    try {
        validate();
    } catch (problem) {
        if (!(problem instanceof NotApplicable)) throw problem;
    }
}
