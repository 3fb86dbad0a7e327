import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Command, Option } from "commander";
import { bundleScript } from "../k6/bundle";
import { ENVIRONMENT } from "../k6/load-settings";
import { SCENARIOS } from "../workload/scenarios";

interface BundleOptions {
    readonly scenario: string;
    readonly out: string;
}

/** `bundle`: one file for k6, and its path on standard output. */
export function addBundle(program: Command): void {
    const names = SCENARIOS.map(({ name }) => name);
    program
        .command("bundle")
        .description("write a scenario as one script for k6")
        .addOption(new Option("--scenario <name>", "which").choices(names).makeOptionMandatory())
        .requiredOption("--out <folder>", "where the script goes; made if it is absent")
        .addHelpText("after", helpText())
        .action(async ({ scenario, out }: BundleOptions) => {
            const { code } = await bundleScript(scenario);
            const path = join(out, `${scenario}.js`);
            mkdirSync(out, { recursive: true });
            writeFileSync(path, code);
            process.stdout.write(`${path}\n`);
        });
}

function helpText(): string {
    const width = Math.max(...Object.keys(ENVIRONMENT).map((name) => name.length));
    const settings = Object.entries(ENVIRONMENT).map(([name, text]) => `  ${name.padEnd(width)}  ${text}`);
    return `
Run it from one machine (its summary then stands between two markers on standard output):
  export API_KEY=… K6_NEW_MACHINE_READABLE_SUMMARY=false
  k6 run -e TARGET=https://decisions.example.com -e TENANT_ID=acme recommend-100rps.js | tee k6.log
  npm run perf -- collect --scenario recommend-100rps --log k6.log --out perf/results/runs

The script reads from its environment, or from -e NAME=value, which everyone on the machine can see:
${settings.join("\n")}

It is one ES module that imports nothing but k6's own. The scripts are type-checked, and their tests run in an
imitation of k6's API: run one with k6 itself for a minute before you trust it with a measurement.`;
}
