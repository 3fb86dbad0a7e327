import { readFileSync } from "node:fs";
import { configProblems } from "./config-problems";
import { policies } from "./policies";
import { relaxations } from "./relaxations";

/** `npm run policy:config -- <file>`: names everything that is wrong with a pack config, and what it relaxes. */
function main([file = "policy-config.example.json"]: readonly string[]): void {
    const config = JSON.parse(readFileSync(file, "utf8"));
    const problems = configProblems(config, policies);
    for (const problem of problems) process.stderr.write(`${problem}\n`);
    process.exitCode = problems.length === 0 ? 0 : 1;
    if (problems.length > 0) return;
    process.stdout.write(`config: ${file} has no problem.\n`);
    for (const { policy, now, because } of relaxations(config, policies))
        process.stdout.write(`config: ${policy} is relaxed: ${now}. ${because}\n`);
}

if (require.main === module) main(process.argv.slice(2));
