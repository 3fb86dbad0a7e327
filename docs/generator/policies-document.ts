import { type Group, groups } from "../../policy/policies";
import type { Policy } from "../../policy/policy";
import { controlCatalogue } from "./control-catalogue";
import { code, document, heading, table } from "./markdown";
import { missing, type ServiceCoverage, serviceCoverage } from "./policy-coverage";
import { policyEntry } from "./policy-entry";

const PEERS = ["prowler", "checkov", "trivy", "cfnGuard", "pulumi"] as const;

/** docs/policies.md: every policy, how many there are, and what is not checked. */
export function policiesDocument(): string {
    const catalogue = controlCatalogue();
    const coverage = serviceCoverage(groups, catalogue);
    const open = missing(groups, catalogue);
    return document(
        heading("Policies"),
        "The pack `policy/` looks at registered resources alone and works on any Pulumi program that deploys KaireonAI's chart on AWS: " +
            "`pulumi preview --policy-pack policy`, `pulumi up --policy-pack policy`. `npm run preview` uses it; `npm run explain -- <policy-id>` " +
            "prints an entry of this page; `npm run policy:pack` puts the pack into a folder that can be published or used elsewhere.",
        "Levels and thresholds can be changed with `--policy-pack-config <file>`; `policy-config.example.json` shows how, and " +
            "`npm run policy:config -- <file>` names what is wrong with a file, and what it relaxes. The engine itself passes over names of policies that there " +
            "are not, and over `because`, which every relaxation must have. [`trial`](trial.md#what-it-gives-up) is the one committed stack of which less is asked.",
        "A message that begins with `not checked:` is advisory: something that decides is not known before the update.",
        "## How many",
        table(
            ["group", "policies", "of one resource", "of the stack", "ids covered", "ids explained"],
            groups.map(counts),
        ),
        "## Published controls by service",
        "Controls of the catalogue that apply here: with a policy, with a reason why there is none (at the end of this page), and neither.",
        table(
            ["service", "with a policy", "explained", "open"],
            coverage.map((row) => [row.service, row.covered.length, row.explained.length, row.open.length]),
        ),
        "Rules that other packs have for these services, and how many of them a policy here looks at too.",
        table(["service", ...PEERS], coverage.map(peerCells)),
        ...groups.flatMap(groupSections),
        "## Not covered",
        table(
            ["id", "why"],
            groups.flatMap(({ notCovered }) => notCovered.map(({ id, why }) => [id, why])),
        ),
        ...(open.length === 0
            ? []
            : [
                  "### Open",
                  table(
                      ["id", "severity", "title"],
                      open.map(({ id, severity, title }) => [id, severity, title]),
                  ),
              ]),
    );
}

function counts({ title, policies, notCovered }: Group): readonly (string | number)[] {
    const ids = new Set(policies.flatMap(({ controls = [], pitfalls = [] }) => [...controls, ...pitfalls]));
    const ofStack = policies.filter(({ kind }) => kind === "stack").length;
    return [title, policies.length, policies.length - ofStack, ofStack, ids.size, notCovered.length];
}

function peerCells({ service, peers }: ServiceCoverage): readonly string[] {
    return [
        service,
        ...PEERS.map((peer) => {
            const count = peers[peer];
            return count === undefined ? "" : `${count.alsoHere} of ${count.has}`;
        }),
    ];
}

function groupSections({ title, policies }: Group): readonly string[] {
    return [`## ${title}`, ...policies.map((policy) => `### ${code(policy.id)}\n\n${entryLines(policy)}`)];
}

function entryLines(policy: Policy): string {
    const { title, facts } = policyEntry(policy);
    return [`${title}.`, "", ...facts.map(([name, value]) => `- **${name}**: ${value}`)].join("\n");
}
