import type { Result } from "../results/result";
import type { DriveOptions } from "./drive-options";
import { Run } from "./run";

export type { DriveOptions, EndedRequest } from "./drive-options";

/**
 * Sends a scenario's requests at the times that its phases give, whatever the target does, and measures each from its intended start.
 * Never throws for what the target does: the result is `partial` or `unsustained` then, with remarks.
 */
export async function drive(options: DriveOptions): Promise<Result> {
    return new Run(options).result();
}
