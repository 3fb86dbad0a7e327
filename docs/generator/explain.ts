import { policies } from "../../policy/policies";
import { policyEntry } from "./policy-entry";

/** `npm run explain -- <policy-id>`: the policy's entry of docs/policies.md, for a terminal. */
function main([id = ""]: readonly string[]): void {
    const policy = policies.find((one) => one.id === id);
    if (policy === undefined) {
        process.stderr.write(
            `explain: there is no policy ${JSON.stringify(id)}${suggestion(id)}. All are in docs/policies.md.\n`,
        );
        process.exitCode = 1;
        return;
    }
    const { title, facts } = policyEntry(policy);
    const width = Math.max(...facts.map(([name]) => name.length));
    const lines = facts.map(([name, value]) => `  ${name.padEnd(width)}  ${value.replace(/^<(.*)>$/, "$1")}`);
    process.stdout.write(`${policy.id}\n${title}.\n\n${lines.join("\n")}\n`);
}

function suggestion(id: string): string {
    const words = id.split("-").filter((word) => word.length > 2);
    const near = policies.filter((policy) => words.some((word) => policy.id.split("-").includes(word)));
    return near.length === 0
        ? ""
        : `; similar: ${near
              .slice(0, 5)
              .map((policy) => policy.id)
              .join(", ")}`;
}

main(process.argv.slice(2));
