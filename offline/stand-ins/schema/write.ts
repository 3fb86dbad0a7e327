import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { formatSchema, installedSchema, SCHEMA_NAMES } from "./packages";

/** Rewrites the tables of properties from the installed SDKs: after a new row, and after an SDK's upgrade. */
function main(): void {
    const facts = join(process.cwd(), "offline", "stand-ins", "facts");
    for (const name of SCHEMA_NAMES) writeFileSync(join(facts, `${name}.json`), formatSchema(installedSchema(name)));
}

main();
