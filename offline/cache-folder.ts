import { homedir } from "node:os";
import { isAbsolute, join } from "node:path";

/** The folder of what is built or unpacked once and outlives a checkout. */
export function cacheFolder(env: Readonly<Record<string, string | undefined>>): string {
    const base = env["XDG_CACHE_HOME"];
    // The XDG specification has relative paths ignored.
    return join(base !== undefined && isAbsolute(base) ? base : join(homedir(), ".cache"), "kaireon");
}
