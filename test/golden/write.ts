import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { projectRoot } from "../../offline/project";
import { type Golden, makeGoldens, stackGoldens, variantGoldens } from "./golden-set";
import { GOLDEN_FOLDER } from "./variants";

/**
 * `npm run golden`: writes the graphs that reviews are made on, those of the stacks first: the others are told as differences to large.
 * `npm run golden -- pulsar values/redis`: those alone whose file or values are called so. What fails is said and named at the end, and stops no other.
 */
async function main(wanted: readonly string[]): Promise<void> {
    const isWanted = ({ title, file }: Golden) =>
        wanted.length === 0 || wanted.some((word) => `${relative(GOLDEN_FOLDER, file)} ${title}`.includes(word));
    const failed: string[] = [];
    const began = Date.now();
    let made = 0;
    for (const goldens of [stackGoldens(), variantGoldens()]) {
        await makeGoldens(goldens.filter(isWanted), ({ golden: { title, file }, content, problems }) => {
            made += 1;
            if (problems.length > 0) {
                failed.push(title);
                console.error(`golden: problems with ${title}\n${problems.map((line) => `    ${line}`).join("\n")}`);
            }
            if (content === undefined) return;
            mkdirSync(dirname(file), { recursive: true });
            writeFileSync(file, content);
            console.log(`golden: wrote ${relative(projectRoot, file)} (${title})`);
        });
    }
    if (wanted.length === 0) removeStale();
    const combinations = variantGoldens().filter(({ file }) => file.includes("combinations")).length;
    const seconds = Math.round((Date.now() - began) / 1000);
    console.log(
        `golden: ${made} previews with the policy pack in ${seconds} s; there are ${combinations} combinations`,
    );
    if (failed.length === 0) return;
    console.error(
        `golden: ${failed.length} have problems, see above\n${failed.map((title) => `    ${title}`).join("\n")}`,
    );
    process.exitCode = 1;
}

/** Files of values and combinations that there are no more. */
function removeStale(): void {
    const known = new Set([...stackGoldens(), ...variantGoldens()].map(({ file }) => file));
    const files = readdirSync(GOLDEN_FOLDER, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ parentPath, name }) => join(parentPath, name));
    for (const file of files.filter((path) => !known.has(path))) {
        rmSync(file);
        console.log(`golden: removed ${relative(projectRoot, file)}`);
    }
}

void main(process.argv.slice(2));
