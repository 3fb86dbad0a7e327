/** One parameter of a cluster parameter group. */
export interface EngineParameter {
    readonly name: string;
    readonly value: string;
    readonly applyMethod: "immediate" | "pending-reboot";
}

/** `17` of `17` and of `17.6`: what a parameter group's family is named after. */
export function majorVersion(engineVersion: string): string {
    return engineVersion.split(".")[0] ?? engineVersion;
}

/**
 * Who moves the minor release. With a major alone (`17`) AWS does, in the maintenance window, and the program sees no difference; with a
 * minor release (`17.6`) the program does, and an upgrade by AWS would make the next `up` want to go back.
 */
export function awsUpgradesMinor(engineVersion: string): boolean {
    return !engineVersion.includes(".");
}

/** The cluster parameters in which the platform differs from the engine's defaults. */
export const ENGINE_PARAMETERS: readonly EngineParameter[] = [
    // A client without TLS is refused; the chart's sslMode must be `require` or stricter.
    { name: "rds.force_ssl", value: "1", applyMethod: "immediate" },
    { name: "log_statement", value: "ddl", applyMethod: "immediate" },
    // Milliseconds. A decision has 200 ms in all: what takes a second is worth a line.
    { name: "log_min_duration_statement", value: "1000", applyMethod: "immediate" },
    { name: "log_lock_waits", value: "1", applyMethod: "immediate" },
    // Read when the server starts, so it has to be there before the first instance.
    { name: "shared_preload_libraries", value: "pg_stat_statements", applyMethod: "pending-reboot" },
];
