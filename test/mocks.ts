import * as pulumi from "@pulumi/pulumi";
import { plausibleOutputs } from "./mock-outputs";

/** A resource as the program registered it, with the options that `setMocks` alone would not show. */
export interface RecordedResource {
    readonly urn: string;
    readonly type: string;
    readonly name: string;
    /** False for components. */
    readonly custom: boolean;
    readonly parentUrn: string;
    /** Inputs as plain data: no Outputs, secrets unwrapped; what is unknown in a preview is `UNKNOWN`. */
    readonly inputs: Readonly<Record<string, unknown>>;
    /** Top-level inputs that hold a secret, sorted. */
    readonly secretInputs: readonly string[];
    readonly protect: boolean;
    readonly retainOnDelete: boolean;
    readonly ignoreChanges: readonly string[];
    /** Names of the resources that it waits for, by an input or by `dependsOn`, sorted. */
    readonly waitsFor: readonly string[];
}

export interface RecordOptions {
    /** As in `pulumi preview`: outputs that the mocks do not give are unknown. Default: false. */
    readonly preview?: boolean;
    /** Outputs by type token, over the plausible ones. */
    readonly outputs?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
    /** Results of provider functions by token; a call of any other is an error. */
    readonly calls?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** Stands in recorded inputs for what a preview does not know. */
export const UNKNOWN = "<unknown>";

export const PROJECT = "kaireon";
export const STACK = "large";

/** Everything that one run of `record` registered. */
export class Recording<T> {
    constructor(
        readonly result: T,
        readonly resources: readonly RecordedResource[],
    ) {}

    /** The direct children of a component as `type name`, sorted. */
    children(type: string, name: string): string[] {
        const { urn } = this.resource(type, name);
        return this.resources
            .filter((resource) => resource.parentUrn === urn)
            .map((resource) => `${resource.type} ${resource.name}`)
            .sort();
    }

    /** Resources of a type, sorted by name. */
    ofType(type: string): RecordedResource[] {
        return this.resources
            .filter((resource) => resource.type === type)
            .sort((left, right) => (left.name < right.name ? -1 : 1));
    }

    /** The one resource of a type and name. */
    resource(type: string, name: string): RecordedResource {
        const found = this.resources.filter((resource) => resource.type === type && resource.name === name);
        const [only] = found;
        if (only === undefined || found.length > 1) {
            const present = this.resources.map((resource) => `${resource.type} ${resource.name}`).sort();
            throw new Error(`${found.length} resources are ${type} ${name}; registered are\n${present.join("\n")}`);
        }
        return only;
    }

    inputs(type: string, name: string): Readonly<Record<string, unknown>> {
        return this.resource(type, name).inputs;
    }

    /** A policy document (or other JSON text) among the inputs, parsed. */
    json(type: string, name: string, input: string): unknown {
        const text = this.inputs(type, name)[input];
        if (typeof text !== "string") throw new Error(`${type} ${name}: ${input} is ${typeof text}, not JSON text`);
        return JSON.parse(text);
    }
}

/**
 * Runs `build` under mocks and returns when every registration has been answered.
 *
 * @throws the first error of a registration or of a provider function that has no result in `options.calls`
 */
export async function record<T>(build: () => T | Promise<T>, options: RecordOptions = {}): Promise<Recording<T>> {
    const resources: RecordedResource[] = [];
    const failures: Error[] = [];
    await pulumi.runtime.setMocks(mocksFor(options, failures), PROJECT, STACK, options.preview ?? false);
    const monitor = pulumi.runtime.getMonitor();
    if (monitor === undefined) throw new Error("setMocks left no monitor");
    listen(monitor, resources);

    const result = await build();
    await pulumi.runtime.disconnect();
    const [failure] = failures;
    if (failure !== undefined) throw failure;
    return new Recording(result, resources);
}

/** The value of an Output that is known, secret or not. */
export function resolved<T>(output: pulumi.Input<T>): Promise<pulumi.Unwrap<T>> {
    return new Promise((resolve) => {
        pulumi.output(output).apply((value) => resolve(value));
    });
}

/** The logical name of a resource. */
export async function nameOf(resource: pulumi.Resource): Promise<string> {
    const urn = await resolved(resource.urn);
    return urn.slice(urn.lastIndexOf("::") + 2);
}

function mocksFor(options: RecordOptions, failures: Error[]): pulumi.runtime.Mocks {
    return {
        newResource: ({ type, name, inputs, id }) => ({
            id: id || `${name}-id`,
            state: { ...inputs, ...plausibleOutputs(type, name, inputs), ...options.outputs?.[type] },
        }),
        call: ({ token }) => {
            const result = options.calls?.[token];
            if (result !== undefined) return result;
            const failure = new Error(`the program calls ${token}, which this test does not answer`);
            failures.push(failure);
            throw failure;
        },
    };
}

type Monitor = NonNullable<ReturnType<typeof pulumi.runtime.getMonitor>>;
type RegisterRequest = Parameters<Monitor["registerResource"]>[0];

/** Reads each registration on its way to the mock monitor, which drops parents and options. */
function listen(monitor: Monitor, resources: RecordedResource[]): void {
    const register = monitor.registerResource.bind(monitor) as (
        request: RegisterRequest,
        callback: (error: unknown, response: { getUrn(): string }) => void,
    ) => ReturnType<Monitor["registerResource"]>;
    Object.defineProperty(monitor, "registerResource", {
        value: (request: RegisterRequest, callback: Parameters<typeof register>[1]) =>
            register(request, (error, response) => {
                if (!error) resources.push(recorded(request, response.getUrn()));
                callback(error, response);
            }),
    });
}

function recorded(request: RegisterRequest, urn: string): RecordedResource {
    const object = request.getObject();
    const raw: Record<string, unknown> = object === undefined ? {} : pulumi.runtime.deserializeProperties(object);
    return {
        urn,
        type: request.getType(),
        name: request.getName(),
        custom: request.getCustom(),
        parentUrn: request.getParent(),
        inputs: Object.fromEntries(Object.entries(raw).map(([key, value]) => [key, plain(value)])),
        secretInputs: Object.keys(raw)
            .filter((key) => pulumi.runtime.isRpcSecret(raw[key]))
            .sort(),
        protect: request.getProtect() ?? false,
        retainOnDelete: request.getRetainondelete() ?? false,
        ignoreChanges: request.getIgnorechangesList(),
        waitsFor: [
            ...new Set(request.getDependenciesList().map((dependency) => dependency.split("::").pop() ?? "")),
        ].sort(),
    };
}

function plain(value: unknown): unknown {
    if (pulumi.runtime.isRpcSecret(value)) return plain(pulumi.runtime.unwrapRpcSecret(value));
    if (value === pulumi.unknown) return UNKNOWN;
    if (Array.isArray(value)) return value.map(plain);
    if (typeof value !== "object" || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
    return Object.fromEntries(Object.entries(value).map(([key, nested]) => [key, plain(nested)]));
}
