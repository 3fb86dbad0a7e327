import assert from "node:assert/strict";
import { comment, failureComment } from "./comment";
import type { EventLog, Step } from "./event-log";
import { reportOf } from "./report";
import {
    ALARM,
    AURORA,
    created,
    DOMAIN,
    deleted,
    eventLog,
    RELEASE,
    replaced,
    unchanged,
    updated,
} from "./steps.fixture";

const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
const LARGER = updated(
    DOMAIN,
    { clusterConfig: { instanceType: "r7g.large.search" } },
    { clusterConfig: { instanceType: "r7g.xlarge.search" } },
);
const HIGHER = updated(RELEASE, { values: { api: { max: 50 } } }, { values: { api: { max: 80 } } });

function textOf(steps: readonly Step[], rest: Partial<EventLog> = {}, note?: string): string {
    return comment(reportOf(eventLog(steps, rest)), note);
}

function headlineOf(steps: readonly Step[], rest: Partial<EventLog> = {}): string {
    return textOf(steps, rest).split("\n")[0] ?? "";
}

describe("the comment of a pull request", () => {
    it("says in Markdown the verdict, the dangers, the policies, what is not known and the changes", () => {
        const refused = {
            policyName: "alarm-has-action",
            policyPackName: "kaireon",
            enforcementLevel: "mandatory",
            severity: "high",
            message: "An alarm tells somebody.\npostgres-cpu: alarmActions is empty. Give it a topic.\n",
            resourceUrn: ALARM,
        };
        const unsure = {
            ...refused,
            policyName: "pods-fit",
            enforcementLevel: "advisory",
            message: "Pods fit.\nnot checked: the subnets are unknown in a preview.",
            resourceUrn: RELEASE,
        };
        const higher = updated(
            RELEASE,
            { values: { api: { max: 50 }, host: "a" }, checksum: "1" },
            { values: { api: { max: 80 }, host: UNKNOWN }, checksum: "2" },
        );
        const text = textOf(
            [LARGER, higher, created(ALARM), unchanged(AURORA)],
            {
                policyEvents: [refused, unsure],
                policiesRun: ["alarm-has-action", "pods-fit"],
                diagnostics: [
                    { message: "preview failed\n", severity: "error" },
                    { message: "the quota of hosts may be too low\n", severity: "warning" },
                    { message: "not for anybody", severity: "debug" },
                ],
                failed: true,
            },
            "Against the deployed stack.",
        );
        assert.equal(
            text,
            `### ⛔ large: 1 policy refuses it; blue/green deployment: \`search\`

**1** to create, **2** to change, **0** to replace, **0** to delete; 1 unchanged. Against the deployed stack.

#### In use

| resource | what happens | minutes | because |
| --- | --- | --- | --- |
| opensearch Domain \`search\` | **blue/green deployment** | 45 (15 to 180) | \`clusterConfig.instanceType\` \`r7g.large.search\` → \`r7g.xlarge.search\`: a second set of nodes is built and all data copied to it; searches go on, more slowly |

Minutes: usual, and from least to most; * is an estimate. Collected up to 2026-08 (offline/stand-ins/facts/aws-durations.json).

#### Policies

⛔ **alarm-has-action** (high): An alarm tells somebody.
- \`cloudwatch MetricAlarm postgres-cpu\`: postgres-cpu: alarmActions is empty. Give it a topic.

\`npm run explain -- <policy>\` says why, and how to satisfy it.

#### Not known

- 1 changed value will be known only during the update.
- \`pods-fit\`: \`Release kaireon\`: not checked: the subnets are unknown in a preview.

#### Changes

| area | create | change | replace | delete |
| --- | --- | --- | --- | --- |
| data stores | 1 | 1 |  |  |
| release |  | 1 |  |  |

**data stores**
- ~ opensearch Domain \`search\`
  - \`clusterConfig.instanceType\` \`r7g.large.search\` → \`r7g.xlarge.search\`
- + cloudwatch MetricAlarm \`postgres-cpu\`

**release**
- ~ Release \`kaireon\`
  - \`values.api.max\` \`50\` → \`80\`
  - \`values.host\` \`a\` → *known during the update*

<details><summary>1 warning</summary>

- the quota of hosts may be too low

</details>
`,
        );
    });

    describe("begins with a verdict", () => {
        const refusal = { policyName: "p", policyPackName: "k", enforcementLevel: "mandatory", message: "m" };
        const steps = replaced(AURORA, { databaseName: "a" }, { databaseName: "b" }, ["databaseName"]);
        const verdicts: readonly (readonly [steps: readonly Step[], rest: Partial<EventLog>, verdict: string])[] = [
            [[], {}, "### ✅ stack: nothing changes; policies pass"],
            [[unchanged(AURORA)], { policiesRun: [] }, "### ✅ large: nothing changes; no policy ran"],
            [[HIGHER], {}, "### ✅ large: 1 change, nothing in use is disturbed; policies pass"],
            [steps, {}, "### ⚠️ large: replaced: `postgres`"],
            [[deleted(DOMAIN), ...steps], {}, "### ⚠️ large: deleted: `search`; replaced: `postgres`"],
            [[HIGHER], { failed: true }, "### ⛔ large: the preview fails"],
            [[HIGHER], { failed: true, policyEvents: [refusal] }, "### ⛔ large: 1 policy refuses it"],
            [
                ["a", "b", "c"].map((name) => deleted(`${DOMAIN}-${name}`)),
                {},
                "### ⚠️ large: deleted: `search-a`, `search-b` and 1 more",
            ],
        ];
        for (const [given, rest, verdict] of verdicts) {
            it(`such as ${verdict.slice(4)}`, () => assert.equal(headlineOf(given, rest), verdict));
        }
    });

    it("has one line for what happens to several of a type for the same reason", () => {
        const instance = AURORA.replace("rds/cluster:Cluster::", "rds/clusterInstance:ClusterInstance::");
        const steps = [0, 1].flatMap((ordinal) => replaced(`${instance}-${ordinal}`, { c: "a" }, { c: "b" }, ["c"]));
        const rows = textOf(steps)
            .split("\n")
            .filter((line) => line.includes("**replaced**"));
        assert.equal(rows.length, 1);
        assert.match(rows[0] ?? "", /^\| rds ClusterInstance `postgres-0`, `postgres-1` \| \*\*replaced\*\* \| 16\*/);
    });

    it("shows the errors of a preview that fails, and says that the rest is missing", () => {
        const diagnostics = [{ urn: AURORA, message: "unable to replace\nit is protected\n", severity: "error" }];
        const text = textOf([HIGHER], { failed: true, diagnostics });
        assert.match(text, /#### Errors\n\n- `rds Cluster postgres`: unable to replace\n {2}it is protected\n/);
        assert.match(
            text,
            /- The preview stopped at an error: what would have come after it is not in this report\.\n/,
        );
    });

    it("shows three findings of a policy, folds the others, and gives the fix", () => {
        const finding = (name: string) => ({
            policyName: "p",
            policyPackName: "k",
            enforcementLevel: "mandatory",
            message: `${name} (t): wrong.`,
            resourceUrn: `${ALARM}-${name}`,
        });
        const log = eventLog([HIGHER], { policyEvents: ["a", "b", "c", "d", "e"].map(finding) });
        const text = comment(reportOf(log, undefined, { p: { title: "All is well", fix: "Make it right" } }));
        const findings = "- `cloudwatch MetricAlarm postgres-cpu-";
        const shown = ["a", "b", "c"].map((name) => `${findings}${name}\`: ${name} (t): wrong.\n`).join("");
        assert.ok(text.includes(`⛔ **p**: All is well\n${shown}\n<details><summary>2 more</summary>\n\n${findings}d`));
        assert.ok(text.includes("</details>\n\n- Fix: Make it right.\n"));
    });

    it("says which policies are relaxed for the stack, and why", () => {
        const relaxed = [{ policy: "p", now: "disabled", because: "Nothing <here> is kept." }];
        assert.ok(
            comment(reportOf(eventLog([HIGHER])), undefined, relaxed).includes(
                "\n\n<details><summary>1 policy is relaxed for this stack</summary>\n\n" +
                    "- **p** (disabled): Nothing &lt;here> is kept.\n\n</details>\n\n",
            ),
        );
    });

    it("folds long lists, and cuts what GitHub would not take, with every fold closed", () => {
        const many = Array.from({ length: 4000 }, (_, index) => created(`${ALARM}-${index}`));
        const text = textOf(many);
        assert.ok(text.length <= 65_000);
        assert.match(text, /<details><summary>All 4000 changes<\/summary>/);
        assert.match(text, /\n<\/details>\n\n\*Cut here: GitHub takes no longer comment\..*\*\n$/);
    });

    it("says so when there is no report to be made", () => {
        assert.equal(
            failureComment("log is empty."),
            "### ⛔ There is no preview\n\nlog is empty.\n\nThe log of the check has more.\n",
        );
    });
});
