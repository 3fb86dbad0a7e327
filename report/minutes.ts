import durations from "../offline/stand-ins/facts/aws-durations.json";

/** How long something usually takes on AWS. */
export interface Minutes {
    readonly typical: number;
    readonly low: number;
    readonly high: number;
    /** Measured or documented, not estimated. */
    readonly verified: boolean;
}

interface Row {
    readonly resource: string;
    readonly operation: string;
    readonly variant?: string;
    readonly typicalMinutes: number;
    readonly low: number;
    readonly high: number;
    readonly verified: boolean;
}

const ROWS: readonly Row[] = durations.rows;

export const COLLECTED_UP_TO = durations.collectedUpTo;
export const SOURCE = "offline/stand-ins/facts/aws-durations.json";

export function minutesOf(type: string, operation: string, variant?: string): Minutes | undefined {
    const row = ROWS.find(
        (candidate) =>
            candidate.resource === type && candidate.operation === operation && candidate.variant === variant,
    );
    return row && { typical: row.typicalMinutes, low: row.low, high: row.high, verified: row.verified };
}

/** Deleting and creating, one after the other in whichever order; undefined when neither takes its time. */
export function minutesToReplace(type: string): Minutes | undefined {
    const [gone, made] = [minutesOf(type, "delete"), minutesOf(type, "create")];
    if (gone === undefined || made === undefined) return made ?? gone;
    return {
        typical: gone.typical + made.typical,
        low: gone.low + made.low,
        high: gone.high + made.high,
        verified: gone.verified && made.verified,
    };
}

/** `45 (15 to 180)`; `*` marks an estimate. */
export function minutesText(minutes: Minutes | undefined): string {
    if (minutes === undefined) return "no figure";
    const [typical, low, high] = [minutes.typical, minutes.low, minutes.high].map(rounded);
    return `${typical}${minutes.verified ? "" : "*"} (${low} to ${high})`;
}

function rounded(value: number): string {
    return value < 10 ? String(Math.round(value * 10) / 10) : String(Math.round(value));
}
