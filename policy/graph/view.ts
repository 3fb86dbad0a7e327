import { CannotTell } from "./cannot-tell";
import { isUnknown } from "./unknown";

/** Keys from the root: `clusterConfig.encryption`, `ingress.0.fromPort`; a list of keys where a key has dots in it. */
export type Path = string | readonly string[];

/** Whose property it is, for messages. */
export interface Owner {
    /** `postgres (aws:rds/cluster:Cluster)` */
    readonly label: string;
    readonly urn?: string;
}

/**
 * A place in a tree of properties. Going to a place never fails; reading gives `undefined` for what is absent, and throws
 * {@link CannotTell} for what is unknown or of another type than asked for.
 */
export class View {
    constructor(
        private readonly value: unknown,
        private readonly owner: Owner,
        private readonly keys: readonly string[] = [],
    ) {}

    /** As written in messages: `values.api.replicas`. */
    get path(): string {
        return this.keys.join(".");
    }

    get state(): "known" | "unknown" | "absent" {
        if (this.value === undefined || this.value === null) return "absent";
        return isUnknown(this.value) ? "unknown" : "known";
    }

    /** Whether it is a list, each of whose items may be unknown. */
    get isList(): boolean {
        return Array.isArray(this.value);
    }

    get isMap(): boolean {
        return typeof this.value === "object" && this.value !== null && !Array.isArray(this.value);
    }

    /** The value as it is, unknown parts included: to be put into another tree. */
    get raw(): unknown {
        return this.value;
    }

    /** Whether there is a value, known or not. */
    get exists(): boolean {
        return this.state !== "absent";
    }

    at(path: Path): View {
        const keys = typeof path === "string" ? path.split(".") : path;
        return keys.reduce<View>((view, key) => view.child(key), this);
    }

    /** The names of the entries below, known or not; none for what is absent. */
    names(path: Path = []): string[] {
        const value = this.at(path).known("a map");
        return typeof value === "object" && value !== null ? Object.keys(value) : [];
    }

    text(path: Path = []): string | undefined {
        const place = this.at(path);
        const value = place.known("text");
        if (value === undefined || typeof value === "string") return value;
        if (typeof value === "number" || typeof value === "boolean") return String(value);
        return place.refuse("text");
    }

    /** Text that is a number counts as one: Helm's values often quote them. */
    number(path: Path = []): number | undefined {
        const place = this.at(path);
        const value = place.known("a number");
        if (value === undefined || typeof value === "number") return value;
        if (typeof value === "string" && value.trim() !== "" && Number.isFinite(Number(value))) return Number(value);
        return place.refuse("a number");
    }

    /** The texts `true` and `false` count too. */
    flag(path: Path = []): boolean | undefined {
        const place = this.at(path);
        const value = place.known("true or false");
        if (value === undefined || typeof value === "boolean") return value;
        if (value === "true" || value === "false") return value === "true";
        return place.refuse("true or false");
    }

    /** The entries of a list, each known or not; none for what is absent. */
    items(path: Path = []): View[] {
        const place = this.at(path);
        const value = place.known("a list");
        if (value === undefined) return [];
        return Array.isArray(value) ? value.map((_, index) => place.child(String(index))) : place.refuse("a list");
    }

    /** The texts of a list; none for what is absent. */
    texts(path: Path = []): string[] {
        return this.items(path).map((item) => item.text() ?? item.refuse("text"));
    }

    /** A list, map or JSON document in text as plain data; throws when any part of it is unknown. */
    plain(path: Path = []): unknown {
        const place = this.at(path);
        const value = place.known("a value");
        place.refuseUnknownBelow(value);
        return value;
    }

    /** The tree of a JSON document that is given as text (or, by mistake or for Helm, as a tree). */
    json(path: Path = []): View {
        const place = this.at(path);
        const value = place.known("JSON");
        if (typeof value !== "string") return place;
        try {
            return new View(JSON.parse(value), place.owner, place.keys);
        } catch {
            return place.refuse("JSON");
        }
    }

    /** For messages: `false`, `"text"`, `not set`, `not known before the update`. */
    shown(path: Path = []): string {
        const place = this.at(path);
        if (place.state === "unknown") return "not known before the update";
        return place.value === undefined || place.value === null ? "not set" : shorten(JSON.stringify(place.value));
    }

    /** To be thrown when this place's value decides and is unknown. */
    cannotTell(): CannotTell {
        return new CannotTell(`${this.owner.label}: ${this.path} is not known before the update`, this.owner.urn);
    }

    private child(key: string): View {
        const keys = [...this.keys, key];
        if (isUnknown(this.value)) return new View(this.value, this.owner, keys);
        return new View(entryOf(this.value, key), this.owner, keys);
    }

    private known(expected: string): unknown {
        if (this.state === "unknown") throw this.cannotTell();
        if (this.value === null) return undefined;
        if (expected === "a map" && this.value !== undefined && typeof this.value !== "object")
            return this.refuse(expected);
        return this.value;
    }

    private refuse(expected: string): never {
        const { label, urn } = this.owner;
        throw new CannotTell(`${label}: ${this.path} is ${this.shown()}, which is not ${expected}`, urn);
    }

    private refuseUnknownBelow(value: unknown): void {
        if (isUnknown(value)) throw this.cannotTell();
        if (typeof value !== "object" || value === null) return;
        for (const key of Object.keys(value)) {
            const below = this.child(key);
            below.refuseUnknownBelow(below.value);
        }
    }
}

function entryOf(value: unknown, key: string): unknown {
    if (typeof value !== "object" || value === null) return undefined;
    // A list has items only: its length is no property that a program gave.
    if (Array.isArray(value) && !/^\d+$/.test(key)) return undefined;
    return Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined;
}

function shorten(text: string): string {
    return text.length <= 120 ? text : `${text.slice(0, 117)}…`;
}
