import { readFileSync } from "node:fs";
import { configProblems } from "./config-problems";
import { policies } from "./policies";

/** `npm run policy:config -- <file>`: names everything that is wrong with a pack config. */
function main([file = "policy-config.example.json"]: readonly string[]): void {
    const problems = configProblems(JSON.parse(readFileSync(file, "utf8")), policies);
    for (const problem of problems) process.stderr.write(`${problem}\n`);
    if (problems.length === 0) process.stdout.write(`config: ${file} has no problem.\n`);
    process.exitCode = problems.length === 0 ? 0 : 1;
}

if (require.main === module) main(process.argv.slice(2));
