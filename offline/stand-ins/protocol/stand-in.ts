import type { FaultKind } from "../faults";
import type { PropertyMap } from "./values";

/** What the engine says of the resource that a call is about. */
export interface ResourceRequest {
    readonly urn: string;
    /** Type token, such as `aws:rds/cluster:Cluster`. */
    readonly type: string;
    /** Logical name, the last part of the URN. */
    readonly name: string;
}

export interface CheckRequest extends ResourceRequest {
    /** Checked inputs of the last deployment; empty when the resource is new or about to be replaced. */
    readonly oldInputs: PropertyMap;
    readonly inputs: PropertyMap;
    /** Random bytes of this registration, for generated names. */
    readonly seed: Uint8Array;
}

export interface CheckFailure {
    readonly property: string;
    readonly reason: string;
}

export interface CheckResult {
    readonly inputs: PropertyMap;
    readonly failures: readonly CheckFailure[];
}

export interface DiffRequest extends ResourceRequest {
    readonly id: string;
    readonly oldInputs: PropertyMap;
    readonly inputs: PropertyMap;
    readonly ignoreChanges: readonly string[];
}

export type PropertyChange = "add" | "delete" | "update";

export interface DiffResult {
    /** By path, such as `scalingConfig.maxSize`. */
    readonly changes: Readonly<Record<string, { readonly kind: PropertyChange; readonly replace: boolean }>>;
    readonly deleteBeforeReplace: boolean;
}

export interface CreateRequest extends ResourceRequest {
    readonly inputs: PropertyMap;
    readonly preview: boolean;
    /** Seconds of a custom timeout; 0 when there is none. */
    readonly timeoutSeconds: number;
}

export interface UpdateRequest extends CreateRequest {
    readonly id: string;
    readonly oldInputs: PropertyMap;
    /** All properties as the last deployment left them. */
    readonly oldState: PropertyMap;
}

export interface DeleteRequest extends ResourceRequest {
    readonly id: string;
    readonly state: PropertyMap;
    readonly timeoutSeconds: number;
}

export interface ReadRequest extends ResourceRequest {
    readonly id: string;
    readonly state: PropertyMap;
    readonly inputs: PropertyMap;
}

export interface ConstructRequest {
    readonly type: string;
    readonly name: string;
    readonly parent: string;
    readonly inputs: PropertyMap;
    /** URNs that an input depends on, by the input's name. */
    readonly inputDependencies: Readonly<Record<string, readonly string[]>>;
    /** URNs that the whole component waits for. */
    readonly dependencies: readonly string[];
    /** Provider references by package. */
    readonly providers: Readonly<Record<string, string>>;
    readonly protect: boolean | undefined;
    readonly retainOnDelete: boolean | undefined;
    readonly monitorAddress: string;
    readonly preview: boolean;
    readonly config: Readonly<Record<string, string>>;
}

export interface ConstructResult {
    readonly urn: string;
    readonly state: PropertyMap;
    /** URNs that an output depends on, by the output's name. */
    readonly stateDependencies: Readonly<Record<string, readonly string[]>>;
}

/**
 * One stand-in provider. It keeps nothing: what a resource is, is in the engine's state alone, so that an interrupted run loses nothing
 * that the real provider would keep.
 */
export interface StandIn {
    /** Package name, such as `aws`. */
    readonly name: string;
    /** Version of the npm SDK that it stands in for. */
    readonly version: string;
    checkConfig(inputs: PropertyMap): CheckResult;
    /** Settings whose change replaces the provider and with it everything that it manages; default: none. */
    replacingSettings?(oldInputs: PropertyMap, inputs: PropertyMap): readonly string[];
    configure(inputs: PropertyMap): void;
    check(request: CheckRequest): CheckResult | Promise<CheckResult>;
    diff(request: DiffRequest): DiffResult;
    create(request: CreateRequest): { readonly id: string; readonly state: PropertyMap };
    update(request: UpdateRequest): PropertyMap;
    delete(request: DeleteRequest): void;
    read(request: ReadRequest): PropertyMap;
    invoke(token: string, args: PropertyMap): PropertyMap;
    /** The error of a fault on demand, in the words of what it stands in for. */
    faultMessage(kind: FaultKind, type: string, operation: string, name: string): string;
    construct?(request: ConstructRequest): Promise<ConstructResult>;
}

/** An operation that failed after the resource came to exist: the engine keeps it, and the next `up` completes it. */
export class PartialFailure extends Error {
    constructor(
        message: string,
        readonly id: string,
        readonly state: PropertyMap,
    ) {
        super(message);
    }
}
