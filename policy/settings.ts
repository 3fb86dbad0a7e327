/** A threshold of a policy, with its default; the pack's config can change it. */
export interface Setting {
    /** With unit. */
    readonly description: string;
    readonly default: number | boolean | string | readonly string[];
    /** Bounds of a number. */
    readonly minimum?: number;
    readonly maximum?: number;
}

export type Settings = Readonly<Record<string, Setting>>;

export type SettingValues = Readonly<Record<string, Setting["default"]>>;

/** `number` for a setting whose default is 10, not the literal 10. */
type Widened<T> = T extends number
    ? number
    : T extends boolean
      ? boolean
      : T extends readonly string[]
        ? readonly string[]
        : string;

export type ValuesOf<S extends Settings> = { readonly [K in keyof S]: Widened<S[K]["default"]> };

/** The key under which a config says why it changes a policy: JSON has no comments, and the engine hands on whatever else is there. */
export const REASON = "because";

/** What the config says of a policy, over the defaults. @throws Error naming the setting that there is not */
export function settingValues(
    policyId: string,
    settings: Settings,
    given: Readonly<Record<string, unknown>>,
): SettingValues {
    const values: Record<string, Setting["default"]> = {};
    for (const [name, setting] of Object.entries(settings)) values[name] = setting.default;
    for (const [name, value] of Object.entries(given)) {
        if (name === REASON) continue;
        const setting = settings[name];
        if (setting === undefined) throw new Error(noSuchSetting(policyId, name, settings));
        if (!isOfType(value, setting.default)) throw new Error(wrongType(policyId, name, value, setting));
        values[name] = value;
    }
    return values;
}

function noSuchSetting(policyId: string, name: string, settings: Settings): string {
    const names = Object.keys(settings);
    const there = names.length === 0 ? "it has none" : `it has ${names.join(", ")}`;
    return `config: ${policyId} has no setting ${name}; ${there}. Correct the name or take it out.`;
}

function wrongType(policyId: string, name: string, value: unknown, setting: Setting): string {
    const expected = Array.isArray(setting.default) ? "a list of texts" : `a ${typeof setting.default}`;
    return `config: ${policyId}.${name} is ${JSON.stringify(value)}; it must be ${expected}: ${setting.description}`;
}

function isOfType(value: unknown, like: Setting["default"]): value is Setting["default"] {
    if (Array.isArray(like)) return Array.isArray(value) && value.every((entry) => typeof entry === "string");
    return typeof value === typeof like;
}

/** The setting as JSON schema, by which the engine checks the pack's config before a run. */
export function settingSchema({ description, default: value, minimum, maximum }: Setting): Record<string, unknown> {
    const type = Array.isArray(value) ? "array" : typeof value;
    return {
        type,
        description,
        default: value,
        ...(type === "array" ? { items: { type: "string" } } : {}),
        ...(minimum === undefined ? {} : { minimum }),
        ...(maximum === undefined ? {} : { maximum }),
    };
}
