/**
 * What an SDK says of a package's resources, in short. A property is named `name` when it is required and `name?` when it is not. A
 * type is `string`, `number`, `boolean`, `any`, the name of one of `types`, a list `[type]`, a map `{type}`, or alternatives `a|b`.
 */
export interface SchemaTable {
    readonly resources: Readonly<Record<string, ResourceSchema>>;
    readonly types: Readonly<Record<string, Properties>>;
}

export type Properties = Readonly<Record<string, string>>;

export interface ResourceSchema {
    readonly inputs: Properties;
    /** Outputs that always have a value once the resource exists; what the program does not give of them, the provider computes. */
    readonly outputs: Properties;
}
