import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";

/** The checkout. This file runs as `dist/offline/project.js`. */
export const projectRoot = resolve(__dirname, "..", "..");

/** The version of an installed npm package, such as `7.48.0` of `@pulumi/aws`. */
export function installedVersion(packageName: string): string {
    // By path, not by require.resolve: a package with `exports` need not export its package.json.
    const manifest = join(projectRoot, "node_modules", ...packageName.split("/"), "package.json");
    const { version } = JSON.parse(readFileSync(manifest, "utf8")) as { version: string };
    return version;
}
