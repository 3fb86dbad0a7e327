import type { ChartValues } from "../../infra/app/chart-values";
import { valueAt, type Workload } from "../../infra/sizing/workload";
import { secretArnProblems } from "../stores/existing-store";
import { isGiven } from "../stores/given";
import { problem } from "./problem";

const MCP_SECRET = "externalSecrets.mcp.secretArn";

/** Secrets that tiers have for themselves and that only the user can make: of the MCP server alone, its API key. */
export function tierSecretArns(values: ChartValues, workload: Workload): readonly string[] {
    return isRead(values, workload) && isGiven(values, MCP_SECRET) ? [String(valueAt(values, MCP_SECRET))] : [];
}

/** A secret that External Secrets cannot read. */
export function tierSecretProblems(values: ChartValues, workload: Workload, region: string): readonly string[] {
    return tierSecretArns(values, workload).flatMap(() =>
        secretArnProblems(values, region, "mcp", "the MCP server calls the API with it", jsonOf(values)),
    );
}

/** The API key is made in the product, once it runs: the tier may start without. */
export function tierSecretWarnings(values: ChartValues, workload: Workload): readonly string[] {
    if (!isRead(values, workload) || isGiven(values, MCP_SECRET)) return [];
    const rule = "mcp.dedicated is true, and the API refuses calls without a key";
    const fix = `Make a key in the product, and set this in kaireon:values to the ARN of a secret with ${jsonOf(values)}`;
    return [problem(MCP_SECRET, undefined, rule, fix)];
}

/** What the secret must hold. */
function jsonOf(values: ChartValues): string {
    const keys = valueAt(values, "externalSecrets.mcp.keys");
    return `JSON {${Array.isArray(keys) ? keys.join(", ") : "KAIREON_API_KEY, KAIREON_TENANT_ID"}}`;
}

function isRead(values: ChartValues, { mcpDedicated }: Workload): boolean {
    return mcpDedicated && valueAt(values, "externalSecrets.enabled") !== false;
}
