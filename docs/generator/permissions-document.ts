import type { Rows } from "../../offline/stand-ins/resources/row";
import type { GoldenResource } from "./golden-graph";
import { MAINTAINING, ON_BEHALF } from "./maintaining-actions";
import { code, document, heading, table } from "./markdown";

/** The calls that create what a graph has, by service: `ec2` → `CreateVpc` → types. */
export type Creates = ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;

/** `docs/permissions.md`: what the role that runs Pulumi needs. */
export function permissionsDocument(stack: string, resources: readonly GoldenResource[], rows: Rows): string {
    const creates = createsOf(resources, rows);
    return document(
        heading("Permissions of the role that runs Pulumi"),
        `For the stack \`${stack}\`. The calls that create are exact: each type of \`stacks/golden/${stack}.yaml\` has its call in the stand-ins' tables ` +
            "(`offline/stand-ins/aws/`). What reads, changes and deletes is by pattern, and **nothing here has been run against an account**: take it as the " +
            "start of a policy, run `pulumi preview` and `up` in a test account, and look at what CloudTrail denied.",
        "Whoever can create roles and pass them can become any role. Give the deploying role a permissions boundary, or keep it to the pipeline. " +
            "Inside the cluster it administers everything: EKS gives whoever creates a cluster an access entry.",
        "## Calls that create",
        table(
            ["call", "for"],
            [...creates].flatMap(([service, calls]) =>
                [...calls].map(([call, types]) => [code(`${service}:${call}`), types.map(code).join(", ")]),
            ),
        ),
        "## Calls in your name",
        table(
            ["call", "why"],
            ON_BEHALF.map(([action, why]) => [code(action), why]),
        ),
        "`sts:GetCallerIdentity`, by which the program learns its account, needs no permission. Pulumi's own backend and secrets provider (S3, KMS) are not in here.",
        "## A policy to start from",
        "Narrow `Resource` to your account and region where a service allows it.",
        `\`\`\`json\n${JSON.stringify(policyOf(creates), null, 4)}\n\`\`\``,
    );
}

/** @throws when a type of the graph has no row: its permission would be missing without a word */
export function createsOf(resources: readonly GoldenResource[], rows: Rows): Creates {
    const creates = new Map<string, Map<string, string[]>>();
    const types = [...new Set(resources.map(({ type }) => type))].filter((type) => type.startsWith("aws:"));
    for (const type of types) {
        const row = rows[type];
        if (row === undefined) throw new Error(`docs: ${type} has no row in offline/stand-ins/aws`);
        const [service = "", call = ""] = row.creates.split(":");
        const calls = creates.get(service) ?? new Map<string, string[]>();
        creates.set(service, calls.set(call, [...(calls.get(call) ?? []), type]));
    }
    return new Map(sorted(creates).map(([service, calls]) => [service, new Map(sorted(calls))]));
}

function sorted<T>(map: ReadonlyMap<string, T>): readonly (readonly [string, T])[] {
    return [...map].sort(([left], [right]) => (left < right ? -1 : 1));
}

/** An identity policy of one statement per service. */
export function policyOf(creates: Creates) {
    const services = [...new Set([...creates.keys(), "kafka-cluster"])].sort();
    return {
        Version: "2012-10-17",
        Statement: services.map((service) => ({
            Effect: "Allow",
            Action: actionsOf(service, creates).map((action) => `${service}:${action}`),
            Resource: "*",
        })),
    };
}

/** Without the calls that a pattern already names. */
function actionsOf(service: string, creates: Creates): readonly string[] {
    const patterns = MAINTAINING[service];
    if (patterns === undefined) throw new Error(`docs: ${service} has no row in docs/generator/maintaining-actions.ts`);
    const created = [...(creates.get(service)?.keys() ?? [])].filter(
        (call) => !patterns.some((pattern) => matches(pattern, call)),
    );
    return [...created, ...patterns].sort();
}

/** Whether an action pattern of IAM covers a call. */
export function matches(pattern: string, call: string): boolean {
    return new RegExp(`^${pattern.split("*").join(".*")}$`).test(call);
}
