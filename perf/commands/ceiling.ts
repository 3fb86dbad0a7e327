import type { Command } from "commander";
import { measureCeiling } from "../driver/ceiling";
import { PerfError } from "../perf-error";

/** `ceiling`: how many requests a second the driver can send from this machine. */
export function addCeiling(program: Command): void {
    program
        .command("ceiling")
        .description("measure what the driver can send from here, for run --ceiling")
        .action(async () => {
            const { requestsPerSecond, saturated } = await measureCeiling();
            const sent = Math.round(saturated).toLocaleString("en-US");
            if (requestsPerSecond === 0)
                throw new PerfError(`ceiling: the driver sent ${sent}/s, but no rate in time. Give it a free core.`, 1);
            process.stderr.write(`The driver sent ${sent}/s at most, and this in time, in requests a second:\n`);
            process.stdout.write(`${requestsPerSecond}\n`);
        });
}
