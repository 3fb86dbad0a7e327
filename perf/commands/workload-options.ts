import { type Command, Option } from "commander";
import { numberFrom } from "./option-numbers";

/** The options that `workloadOf` takes. */
export function addWorkloadOptions(command: Command): Command {
    const wholeFrom = (least: number) => numberFrom(least, { whole: true });
    return command
        .option("--tenants-file <file>", '[{"id": "…", "apiKey": "…"}] instead of TENANT_ID and API_KEY')
        .option("--customers <count>", "of each tenant", wholeFrom(1), 100_000)
        .option("--skew <exponent>", "how much oftener the first customers come: 0 all alike", numberFrom(0), 1)
        .addOption(
            new Option("--auth <header>", "which documented header carries the key")
                .choices(["bearer", "x-api-key"])
                .default("bearer"),
        )
        .option("--channel <name>", "of the decisions, as the tenant has named it")
        .option("--placement <name>", "of the decisions")
        .option("--decision-flow-key <key>", "default: the platform's newest published flow")
        .option("--seed <number>", "the same one gives the same requests", wholeFrom(0), 1);
}
