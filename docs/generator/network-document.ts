import { mergeValues } from "../../infra/app/chart-values";
import { renderRelease } from "../../infra/helm/rendered-chart";
import { LEVELS, type Settings, settingsOf } from "../../test/combinations/factors";
import { code, document, heading, table } from "./markdown";
import { ruleFor } from "./network-agreement";
import { type Opening, openingsOf, type Ranges } from "./policy-openings";
import { type IngressRule, registeredNetwork } from "./registered-network";

/** Who reaches whom in a stack: what policies open, and what security groups admit. */
export interface Access {
    readonly openings: readonly Opening[];
    readonly rules: readonly IngressRule[];
}

/** The backends of large and each other value of each selector, with the optional tiers that it can have. */
export function backendChoices(): readonly {
    readonly factor: string;
    readonly value: string;
    readonly isFirst: boolean;
}[] {
    return Object.entries(LEVELS)
        .filter(([factor]) => factor !== "stream" && factor !== "mcp")
        .flatMap(([factor, values]) => values.map((value, index) => ({ factor, value, isFirst: index === 0 })));
}

/** Event buses that no streaming tier reads from. */
const WITHOUT_STREAM = ["eventbridge", "redis"];

/** Access in the stack large with one value of one selector, its optional tiers on. */
export async function accessWith(factor: string, value: string): Promise<Access> {
    const stream = WITHOUT_STREAM.includes(value) && factor === "event-bus" ? "off" : "on";
    const settings = settingsOf({ [factor]: value, stream, mcp: "on" });
    const key = JSON.stringify(settings);
    const found = known.get(key) ?? (await accessOf(settings));
    known.set(key, found);
    return found;
}

/** Access by settings: the document and its test look at the same. */
const known = new Map<string, Access>();

async function accessOf(settings: Settings): Promise<Access> {
    const { values, rules } = await registeredNetwork(settings);
    const { dataCidrs, awsApiCidrs } = mergeValues(values)["networkPolicy"] as Ranges;
    const chart = await renderRelease(values);
    return { openings: openingsOf(chart, { dataCidrs, awsApiCidrs }), rules };
}

/** `docs/network.md`: what the network policies open and the security groups admit. */
export async function networkDocument(): Promise<string> {
    const large = await accessWith("event-bus", "msk-iam");
    const sections: string[] = [];
    // One after the other: mocks are the process's.
    for (const { factor, value } of backendChoices().filter(({ isFirst }) => !isFirst)) {
        sections.push(changeSection(`${factor} ${value}`, large, await accessWith(factor, value)));
    }
    return document(
        heading("Who reaches whom"),
        "A policy closes the namespace in both directions; one policy for each tier opens what follows. The tables come from the chart as Helm renders it with " +
            "the values that the program computes for the stack `large`, the optional tiers `stream` and `mcp` on, and from the security group rules that the " +
            "program registers. A test holds the two against each other: what a policy opens to a store is admitted by its security group on the same port, and no " +
            "security group of a store admits a port that no policy opens, or anybody but the nodes.",
        "`AWS APIs` is `networkPolicy.awsApiCidrs`, by default every address on port 443: DynamoDB answers on public addresses through a gateway, and a " +
            "policy cannot name them. A tier that has it reaches the search domain's port too; there only its role decides.",
        "## From pods",
        table(
            ["pods of", "to", "port", "admitted by"],
            large.openings
                .filter(({ direction }) => direction === "egress")
                .map((opening) => [code(opening.tier), ...egressCells(opening, large.rules)]),
        ),
        "## To pods",
        table(
            ["pods of", "from", "port"],
            large.openings
                .filter(({ direction }) => direction === "ingress")
                .map((opening) => [code(opening.tier), sourceText(opening), portText(opening)]),
        ),
        "Pods of other tiers are reached by nobody. The kubelet's probes come from the pod's own node, which no policy holds up.",
        "## Security groups",
        table(
            ["rule", "admits", "port", "opened by pods of"],
            large.rules.map((rule) => [
                code(rule.name),
                rule.source === "nodes" ? "the nodes and their pods" : rule.source,
                String(rule.fromPort),
                tiersThrough(rule, large),
            ]),
        ),
        "## With other backends",
        "What differs from the tables above.",
        ...sections,
    );
}

function tiersThrough(rule: IngressRule, { openings }: Access): string {
    const tiers = openings.filter((opening) => ruleFor(opening, [rule]) !== undefined).map(({ tier }) => code(tier));
    return [...new Set(tiers)].join(", ");
}

/** Where to, on which port, by whose leave. */
function egressCells(opening: Opening, rules: readonly IngressRule[]): readonly [string, string, string] {
    const rule = ruleFor(opening, rules);
    return [
        destinationText(opening, rule),
        portText(opening),
        rule === undefined ? LEAVE[opening.kind] : code(rule.name),
    ];
}

/** Who admits a connection that is no business of the stack's security groups. */
const LEAVE: Readonly<Record<Opening["kind"], string>> = {
    "data subnets": "**nobody**",
    "AWS APIs": "the NAT gateways",
    "the pod's node": "the node itself",
    "given range": "the store's owner",
    pods: "the policy of these pods",
    "cluster DNS": "the cluster's own group",
    other: "the policy there",
};

function destinationText({ kind, peer }: Opening, rule: IngressRule | undefined): string {
    if (kind === "data subnets") return `${rule?.description.replace(/^.* to /, "") ?? "?"} (data subnets)`;
    if (kind === "given range") return `the given store (${peer})`;
    if (kind === "pods") return `pods of ${code(peer)}`;
    return kind === "the pod's node" ? "Pod Identity agent (the pod's node)" : kind;
}

function sourceText({ kind, peer }: Opening): string {
    return kind === "pods" ? `pods of ${code(peer)}` : kind === "given range" ? `the load balancer (${peer})` : peer;
}

function portText({ port, protocol }: Opening): string {
    return protocol === "TCP" ? String(port) : `${port}/${protocol}`;
}

/** What a choice adds and takes away, tiers that share it in one row. */
function changeSection(title: string, before: Access, after: Access): string {
    const rows = [...changedRows("gone", before, after), ...changedRows("new", after, before)];
    return [
        `### ${title}`,
        rows.length === 0 ? "Nothing." : table(["", "pods of", "to", "port", "admitted by"], rows),
    ].join("\n\n");
}

/** Rows of one state that the other has not. */
function changedRows(mark: string, { openings, rules }: Access, other: Access): readonly (readonly string[])[] {
    const known = new Set(other.openings.map((opening) => rowKey(opening, other.rules)));
    const tiers = new Map<string, string[]>();
    for (const opening of openings.filter((one) => one.direction === "egress")) {
        if (known.has(rowKey(opening, rules))) continue;
        const cells = JSON.stringify(egressCells(opening, rules));
        tiers.set(cells, [...(tiers.get(cells) ?? []), code(opening.tier)]);
    }
    return [...tiers].map(([cells, names]) => [mark, names.join(", "), ...(JSON.parse(cells) as string[])]);
}

function rowKey(opening: Opening, rules: readonly IngressRule[]): string {
    return JSON.stringify([opening.direction, opening.tier, ...egressCells(opening, rules)]);
}
