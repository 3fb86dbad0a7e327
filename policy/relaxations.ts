import type { Policy } from "./policy";
import { REASON, type SettingValues } from "./settings";

/** A policy that a pack config makes say less, or something else, than it does by itself. */
export interface Relaxation {
    readonly policy: string;
    /** What it is now, such as `disabled`, or `services is [] instead of ["ec2"]`. */
    readonly now: string;
    readonly because: string;
}

/** From the weakest; what the engine calls `remediate` is as good as mandatory. */
const LEVELS: readonly unknown[] = ["disabled", "advisory", "mandatory"];

/**
 * What a pack config relaxes, in the order of its entries. A setting that differs from its default counts: which way is the laxer one only
 * the policy knows.
 *
 * @param config the content of a `--policy-pack-config` file that has no problem
 */
export function relaxations(config: object, policies: readonly Policy[]): readonly Relaxation[] {
    return Object.entries(config).flatMap(([id, entry]) => {
        const policy = policies.find((one) => one.id === id);
        if (policy === undefined) return id === "all" ? relaxationOfAll(entry) : [];
        const now = changes(policy, entry);
        return now.length === 0 ? [] : [{ policy: id, now: now.join(", "), because: reasonOf(entry) }];
    });
}

/** Whether an entry of a pack config relaxes the policy that it is for. */
export function isRelaxed(policy: Policy, entry: unknown): boolean {
    return changes(policy, entry).length > 0;
}

function relaxationOfAll(entry: unknown): readonly Relaxation[] {
    const level = levelOf(entry);
    if (level === undefined || level === "mandatory") return [];
    return [{ policy: "all", now: `${level}`, because: reasonOf(entry) }];
}

function changes({ level, settings }: Policy, entry: unknown): readonly string[] {
    const given = levelOf(entry);
    const weaker = given !== undefined && LEVELS.indexOf(given) < LEVELS.indexOf(level?.is ?? "mandatory");
    // What a policy that is off is set to is of no account.
    if (weaker && given === "disabled") return ["disabled"];
    return [...(weaker ? [`${given}`] : []), ...otherSettings(settings, entry)];
}

function otherSettings(settings: Policy["settings"], entry: unknown): readonly string[] {
    const given: SettingValues = typeof entry === "object" && entry !== null ? { ...entry } : {};
    return Object.entries(settings).flatMap(([name, { default: usual }]) => {
        const [is, was] = [JSON.stringify(given[name]), JSON.stringify(usual)];
        return is === undefined || is === was ? [] : [`${name} is ${is} instead of ${was}`];
    });
}

function levelOf(entry: unknown): unknown {
    const level = typeof entry === "object" && entry !== null ? Reflect.get(entry, "enforcementLevel") : entry;
    return level === "remediate" ? "mandatory" : level;
}

function reasonOf(entry: unknown): string {
    const reason: unknown = typeof entry === "object" && entry !== null ? Reflect.get(entry, REASON) : undefined;
    return typeof reason === "string" ? reason : "no reason given";
}
