import {
    isMap,
    isSecret,
    isUnknown,
    type PropertyMap,
    type PropertyValue,
    reveal,
    secret,
    UNKNOWN,
} from "../protocol/values";

/** A value and the resources that it comes from: what Pulumi's SDKs call an Output, without the SDK, whose start costs half a second. */
export class Output {
    constructor(
        readonly value: PropertyValue,
        readonly dependencies: readonly string[] = [],
    ) {}

    /** A field of an object: `certificateAuthority`, then `data`. */
    get(...path: readonly string[]): Output {
        return this.apply((value) =>
            path.reduce<PropertyValue>((inner, name) => (isMap(inner) ? (inner[name] ?? null) : null), value),
        );
    }

    apply(compute: (value: PropertyValue) => PropertyValue): Output {
        return combine([this], ([value = null]) => compute(value));
    }
}

/** Inputs of a resource: plain data with Outputs anywhere in it. What is undefined is left out. */
export type Input = PropertyValue | Output | undefined | readonly Input[] | { readonly [name: string]: Input };

/** Computes from several values: unknown when one of them is, secret when one of them is. */
export function combine(
    inputs: readonly Input[],
    compute: (values: readonly PropertyValue[]) => PropertyValue,
): Output {
    const outputs = inputs.map(flatten);
    const dependencies = [...new Set(outputs.flatMap((output) => output.dependencies))];
    if (outputs.some(({ value }) => isUnknown(value))) return new Output(UNKNOWN, dependencies);
    const value = compute(outputs.map((output) => reveal(output.value)));
    return new Output(outputs.some((output) => holdsSecret(output.value)) ? secret(value) : value, dependencies);
}

/** One Output of everything in a tree. */
export function flatten(input: Input): Output {
    if (input instanceof Output) return input;
    if (input === undefined || input === null || typeof input !== "object") return new Output(input ?? null);
    if (isList(input)) {
        const parts = input.map(flatten);
        return new Output(
            parts.map(({ value }) => value),
            [...new Set(parts.flatMap(({ dependencies }) => dependencies))],
        );
    }
    const entries = Object.entries(input)
        .filter((entry): entry is [string, Exclude<Input, undefined>] => entry[1] !== undefined)
        .map(([name, item]) => [name, flatten(item)] as const);
    const map: PropertyMap = Object.fromEntries(entries.map(([name, { value }]) => [name, value]));
    return new Output(map, [...new Set(entries.flatMap(([, { dependencies }]) => dependencies))]);
}

function isList(input: object): input is readonly Input[] {
    return Array.isArray(input);
}

function holdsSecret(value: PropertyValue): boolean {
    if (Array.isArray(value)) return value.some(holdsSecret);
    return isMap(value) && (isSecret(value) || Object.values(value).some(holdsSecret));
}
