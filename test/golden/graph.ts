/** One step of `pulumi preview --json`, as far as the graph needs it. */
export interface PreviewStep {
    readonly op: string;
    readonly urn: string;
    readonly newState?: ResourceState;
}

interface ResourceState {
    readonly type: string;
    readonly inputs?: Readonly<Record<string, unknown>>;
    readonly parent?: string;
    readonly protect?: boolean;
    readonly retainOnDelete?: boolean;
    readonly dependencies?: readonly string[];
    readonly propertyDependencies?: Readonly<Record<string, readonly string[] | null>>;
    readonly ignoreChanges?: readonly string[];
}

/** What a reviewer sees of one resource. */
export interface GraphNode {
    readonly parent?: string;
    readonly protect?: true;
    readonly retainOnDelete?: true;
    readonly ignoreChanges?: readonly string[];
    /** What it waits for besides what its inputs name. */
    readonly dependsOn?: readonly string[];
    readonly inputs?: unknown;
}

/** What the engine writes for a value that only the update will know. */
const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/**
 * The whole graph of a stack, every resource under `type name`, sorted: what the program declares, without the defaults that providers
 * add. Values that the preview does not know read `<unknown>`, the random end of a generated name `<random>`; the engine has masked the
 * secret ones.
 */
export function graphOf(steps: readonly PreviewStep[]): Record<string, GraphNode> {
    const withoutRandom = maskRandom(steps);
    const nodes = steps.flatMap(({ urn, newState }) =>
        newState === undefined ? [] : [[label(urn), nodeOf(newState, withoutRandom)] as const],
    );
    return Object.fromEntries(nodes.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Replaces the random ends of the names that providers generated: a resource's own name and seven or eight hexadecimal digits. */
function maskRandom(steps: readonly PreviewStep[]): (text: string) => string {
    const generated = new Set<string>();
    for (const { urn, newState } of steps) {
        const [, , , name = ""] = urn.split("::");
        const inputs = JSON.stringify(newState?.inputs ?? {}).toLowerCase();
        const own = new RegExp(`"(?:alias/)?(${name.toLowerCase().replaceAll(".", "\\.")}-[0-9a-f]{7,8})"`, "g");
        for (const [, found = ""] of inputs.matchAll(own)) generated.add(found);
    }
    const ends = new Set([...generated].map((name) => name.slice(name.lastIndexOf("-") + 1)));
    return (text) => text.replace(/-([0-9a-f]{7,8})(?![0-9a-f])/g, (all, end) => (ends.has(end) ? "-<random>" : all));
}

/** `aws:kms/key:Key alarms-key` for the resource with this URN. */
export function label(urn: string): string {
    const [, , types = "", name = ""] = urn.split("::");
    return `${types.split("$").pop()} ${name}`;
}

function nodeOf(state: ResourceState, withoutRandom: (text: string) => string): GraphNode {
    const named = new Set(Object.values(state.propertyDependencies ?? {}).flatMap((urns) => urns ?? []));
    const dependsOn = (state.dependencies ?? []).filter((urn) => !named.has(urn)).map(label);
    const defaults = state.inputs?.["__defaults"];
    const inputs = Object.entries(state.inputs ?? {}).filter(
        ([key]) => key !== "__defaults" && !(Array.isArray(defaults) && defaults.includes(key)),
    );
    return {
        ...(state.parent === undefined ? {} : { parent: label(state.parent) }),
        ...(state.protect === true ? { protect: true } : {}),
        ...(state.retainOnDelete === true ? { retainOnDelete: true } : {}),
        ...(state.ignoreChanges === undefined ? {} : { ignoreChanges: [...state.ignoreChanges].sort() }),
        ...(dependsOn.length === 0 ? {} : { dependsOn: dependsOn.sort() }),
        ...(inputs.length === 0 ? {} : { inputs: readable(Object.fromEntries(inputs), withoutRandom) }),
    };
}

/** Keys sorted, unknowns named, and JSON in strings (policies, rules) as the tree that it is. */
function readable(value: unknown, withoutRandom: (text: string) => string): unknown {
    if (value === UNKNOWN) return "<unknown>";
    if (typeof value === "string") return parsed(withoutRandom(value).replaceAll(UNKNOWN, "<unknown>"), withoutRandom);
    if (Array.isArray(value)) return value.map((entry) => readable(entry, withoutRandom));
    if (typeof value !== "object" || value === null) return value;
    const entries = Object.entries(value).filter(([key]) => key !== "__defaults");
    return Object.fromEntries(
        entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, entry]) => [key, readable(entry, withoutRandom)]),
    );
}

function parsed(text: string, withoutRandom: (text: string) => string): unknown {
    if (!text.startsWith("{")) return text;
    try {
        return { JSON: readable(JSON.parse(text), withoutRandom) };
    } catch {
        return text;
    }
}
