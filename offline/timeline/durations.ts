import durations from "../stand-ins/facts/aws-durations.json";
import type { StateResource } from "./deployment";

/** How long a resource takes to be created on AWS, in minutes. */
export interface Duration {
    readonly minutes: number;
    /** Whether there is a row for the type; without one it counts as quick. */
    readonly listed: boolean;
    /** Measured, not estimated. */
    readonly verified: boolean;
}

interface Row {
    readonly resource: string;
    readonly operation: string;
    readonly variant?: string;
    readonly typicalMinutes: number;
    readonly verified: boolean;
}

const ROWS: readonly Row[] = durations.rows.filter(({ operation }) => operation === "create");

export const COLLECTED_UP_TO = durations.collectedUpTo;
export const OTHER_MINUTES = durations.otherMinutes;

/** Minutes of one resource: nothing for components, providers and what is only read. */
export function durationOf(resource: StateResource): Duration {
    if (!resource.custom || resource.external === true || resource.type.startsWith("pulumi:")) {
        return { minutes: 0, listed: false, verified: true };
    }
    const rows = ROWS.filter(({ resource: type }) => type === resource.type);
    const row = rows.find(({ variant }) => variant === undefined || variant === variantOf(resource)) ?? rows[0];
    if (row === undefined) return { minutes: OTHER_MINUTES, listed: false, verified: false };
    return { minutes: row.typicalMinutes, listed: true, verified: row.verified };
}

function variantOf({ type, inputs }: StateResource): string | undefined {
    if (type !== "aws:ec2/vpcEndpoint:VpcEndpoint") return undefined;
    return inputs?.["vpcEndpointType"] === "Interface" ? "interface" : "gateway";
}
