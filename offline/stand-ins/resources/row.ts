import type { PropertyMap, PropertyValue } from "../protocol/values";

/** What a row computes from. Inputs are plain: secrets are laid open, and in a preview what is unknown is `UNKNOWN`. */
export interface Instance {
    readonly urn: string;
    readonly type: string;
    /** Logical name. */
    readonly name: string;
    readonly inputs: PropertyMap;
    /** The id; empty while it is being made. */
    readonly id: string;
    readonly region: string;
    readonly accountId: string;
    readonly partition: string;
    /** All properties as the last deployment left them; absent when the resource is created. */
    readonly old?: PropertyMap;
    /** Hexadecimal digits that belong to this resource: the same for the same URN and inputs, others for another use. */
    hex(length: number, use?: string): string;
}

/** How the provider names what the program does not. */
export interface AutoName {
    /** The input that is filled in; default `name`. */
    readonly property?: string;
    /** Longest name; default 255. A logical name that does not leave room for the suffix is refused, as the real provider does. */
    readonly maxLength?: number;
    readonly lowerCase?: boolean;
    /** Whatever goes before the name, such as `alias/`. */
    readonly prefix?: string;
    /** Inputs that make the provider choose the name itself. Default: `${property}Prefix`. */
    readonly insteadOf?: string;
}

/** What is wrong with an input, and how to put it right. */
export interface Refusal {
    readonly property: string;
    readonly problem: string;
}

/** One resource type: what the stand-in knows of it beyond its properties, which come from the SDK. */
export interface ResourceRow {
    /** The API call that creates it, such as `rds:CreateDBCluster`; faults speak of it. */
    readonly creates: string;
    readonly id: (instance: Instance) => string;
    /** Outputs beyond the inputs. What a row leaves out is empty. A nested object is merged with what the program gave of it. */
    readonly outputs?: (instance: Instance) => PropertyMap;
    /** Inputs that cannot change in place, as paths: `encryptAtRest.kmsKeyId`. Below a path everything counts. */
    readonly replaceOn: readonly string[];
    /** Inputs that cannot change in place in some direction only. */
    readonly replaceWhen?: Readonly<
        Record<string, (old: PropertyValue | undefined, now: PropertyValue | undefined) => boolean>
    >;
    /** Absent: the default when it has an input `name`, see `autoNameOf`. */
    readonly autoName?: AutoName | "none";
    /** Inputs that the provider fills in when the program does not give them. */
    readonly defaults?: PropertyMap;
    /** Outputs that an update computes again; all others stay as they are. */
    readonly recompute?: readonly string[];
    /** What the provider or AWS would say against these inputs. The old ones are empty when the resource is new or about to be replaced. */
    readonly refuse?: (inputs: PropertyMap, oldInputs: PropertyMap) => Refusal | undefined;
    /** What AWS would say against a change that the provider tries in place. No preview knows of it. */
    readonly refuseUpdate?: (state: PropertyMap, inputs: PropertyMap) => string | undefined;
    /** What AWS would say against deleting it. */
    readonly refuseDelete?: (state: PropertyMap, instance: Instance) => string | undefined;
    readonly deleteBeforeReplace?: boolean;
}

export type Rows = Readonly<Record<string, ResourceRow>>;
