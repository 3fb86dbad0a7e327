import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { goldenFile, previewGraph } from "./preview-graph";

/** `npm run golden`: writes the graphs that reviews are made on. */
async function main(): Promise<void> {
    const file = goldenFile("large");
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, await previewGraph("large"));
    console.log(`golden: wrote ${file}`);
}

void main();
