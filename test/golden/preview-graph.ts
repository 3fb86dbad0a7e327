import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stringify } from "yaml";
import { projectRoot } from "../../offline/project";
import { capturePulumi } from "../../offline/run-pulumi";
import { graphOf } from "./graph";

export function goldenFile(stack: string): string {
    return join(projectRoot, "stacks", "golden", `${stack}.yaml`);
}

/** The graph of a stack that does not exist yet, as YAML, from a preview of the real engine. */
export async function previewGraph(stack: string): Promise<string> {
    const workDir = mkdtempSync(join(tmpdir(), "kaireon-golden-"));
    try {
        const { exitCode, stdout, stderr } = await capturePulumi(["preview", "--json"], { workDir, stack });
        if (exitCode !== 0) throw new Error(`the preview of ${stack} failed:\n${diagnosticsOf(stdout)}${stderr}`);
        return stringify(graphOf(JSON.parse(stdout).steps), { aliasDuplicateObjects: false, lineWidth: 0 });
    } finally {
        rmSync(workDir, { recursive: true });
    }
}

function diagnosticsOf(stdout: string): string {
    const { diagnostics = [] } = JSON.parse(stdout);
    return diagnostics.map(({ message }: { message: string }) => message).join("");
}
