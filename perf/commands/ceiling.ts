import type { Command } from "commander";
import { measureCeiling } from "../driver/ceiling";
import { PerfError } from "../perf-error";

/** `ceiling`: how many requests a second the driver can send from this machine. */
export function addCeiling(program: Command): void {
    program
        .command("ceiling")
        .description("measure what the driver can send from here, for run --ceiling")
        .action(async () => {
            const ceiling = await measureCeiling();
            if (ceiling === 0)
                throw new PerfError("ceiling: the driver sent not even 1,000/s in time. Give it a free core.", 1);
            process.stderr.write("The most that the driver sends from here in time, in requests a second:\n");
            process.stdout.write(`${ceiling}\n`);
        });
}
