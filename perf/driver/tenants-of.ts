import { readFileSync } from "node:fs";
import { z } from "zod";
import { PerfError } from "../perf-error";
import type { Tenant } from "../workload/workload";

// A header cannot hold a line's end, and a key with a blank is two words of a header.
const word = z.string().regex(/^\S+$/, "one word without blanks");
const fileSchema = z.array(z.strictObject({ id: word, apiKey: word })).min(1);

/**
 * Whose requests are sent: of a file `[{"id": …, "apiKey": …}]`, or else of `TENANT_ID` and `API_KEY`, as the vendor's tools name them;
 * several with commas between them. Never of the command line, which every user of the machine can read.
 * @throws PerfError with all that is wrong, and no key in it
 */
export function tenantsOf(env: Readonly<Partial<Record<string, string>>>, file?: string): readonly Tenant[] {
    if (file !== undefined) return tenantsIn(file);
    const [ids, keys] = [list(env["TENANT_ID"]), list(env["API_KEY"])];
    const problems = [
        ...(ids.length > 0 ? [] : ["TENANT_ID is not set; export the tenant's id."]),
        ...(keys.length > 0 ? [] : ["API_KEY is not set; export the tenant's API key."]),
        ...(ids.length === keys.length || ids.length === 0 || keys.length === 0
            ? []
            : [
                  `TENANT_ID names ${ids.length} and API_KEY has ${keys.length}; export a key for each tenant, in the same order.`,
              ]),
        ...([...ids, ...keys].every((part) => word.safeParse(part).success)
            ? []
            : ["TENANT_ID or API_KEY holds a blank or a line's end; export words with commas between them."]),
    ];
    if (problems.length > 0) throw new PerfError(problems.join("\n"));
    return ids.map((id, index) => ({ id, apiKey: keys[index] ?? "" }));
}

function tenantsIn(file: string): readonly Tenant[] {
    const parsed = fileSchema.safeParse(jsonOf(file));
    if (parsed.success) return parsed.data;
    const problems = parsed.error.issues.map(({ path, message }) => `  ${path.join(".") || "the file"}: ${message}`);
    throw new PerfError(
        `tenants: ${file} must hold [{"id": "…", "apiKey": "…"}, …], at least one:\n${problems.join("\n")}`,
    );
}

function jsonOf(file: string): unknown {
    try {
        return JSON.parse(readFileSync(file, "utf8"));
    } catch (problem) {
        // What a JSON parser says quotes the text, and the text holds keys.
        const reason =
            problem instanceof SyntaxError ? "it is no JSON" : problem instanceof Error ? problem.message : "";
        throw new PerfError(`tenants: ${file} cannot be read: ${reason}.`);
    }
}

function list(text = ""): readonly string[] {
    return text
        .split(",")
        .map((part) => part.trim())
        .filter((part) => part !== "");
}
