import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../project";
import { resourcesOf } from "./deployment";
import { durationOf } from "./durations";
import { report } from "./report";
import { schedule } from "./schedule";

/** The checkpoint of a stack of the offline runs. */
function checkpointOf(stack: string): string {
    const stacks = join(projectRoot, ".offline", "state", ".pulumi", "stacks");
    const projects = existsSync(stacks) ? readdirSync(stacks) : [];
    const found = projects.map((project) => join(stacks, project, `${stack}.json`)).find(existsSync);
    if (found !== undefined) return found;
    throw new Error(
        `timeline: there is no stack ${stack} in .offline/. Run \`npm run offline -- up\` first, or give a state file.`,
    );
}

/** `timeline [--all] [<stack> | <file>]`: the stack of the offline runs, `large` by default, or a state file. */
function main(args: readonly string[]): void {
    const [given = "large"] = args.filter((argument) => !argument.startsWith("--"));
    const file = existsSync(given) ? given : checkpointOf(given);
    const resources = resourcesOf(JSON.parse(readFileSync(file, "utf8")), file);
    process.stdout.write(report(schedule(resources, durationOf), args.includes("--all")));
}

try {
    main(process.argv.slice(2));
} catch (problem) {
    process.stderr.write(`${problem instanceof Error ? problem.message : String(problem)}\n`);
    process.exitCode = 1;
}
