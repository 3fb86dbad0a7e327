import { OfflineError } from "./offline-error";
import { runPulumi } from "./run-pulumi";

const NOTICE =
    "offline: AWS, EKS and Kubernetes are stand-ins in this run: nothing real is read, changed or paid for. State: .offline/";

async function main(args: readonly string[]): Promise<void> {
    // On stderr, so that `preview --json` stays JSON.
    process.stderr.write(`${NOTICE}\n`);
    process.exitCode = await runPulumi(args);
}

main(process.argv.slice(2)).catch((problem: unknown) => {
    if (!(problem instanceof OfflineError)) throw problem;
    process.stderr.write(`${problem.message}\n`);
    process.exitCode = problem.exitCode;
});
