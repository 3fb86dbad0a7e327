import assert from "node:assert/strict";
import { committedStack } from "./committed-stack";
import { goldenGraph } from "./golden-graph";
import { rowsOf } from "./table-rows.fixture";
import { trialDocument } from "./trial-document";

describe("docs/trial.md", () => {
    const committed = (stack: string) => ({ stack, config: committedStack(stack), graph: goldenGraph(stack) });
    const text = trialDocument(committed("large"), committed("trial"));

    it("puts what large has beside what trial has", () => {
        const rows: readonly (readonly [string, string, string])[] = [
            ["decisions a second that it is sized for", "5,000", "10"],
            ["nodes, at first and at most", "10 to 42", "7 to 11"],
            ["pods at first and at most: api", "6 to 50", "3 to 6"],
            ["NAT gateways", "3", "1"],
            ["interface endpoints, each in three zones", "9", "0"],
            ["Aurora instances", "3 × `db.r7g.2xlarge`", "2 × `db.t4g.medium`"],
            ["disk of a broker, at first and at most", "600 to 2,400 GiB", "10 to 20 GiB"],
            ["refuses to be destroyed", "yes", "no"],
        ];
        for (const row of rows) assert.deepEqual(rowsOf(text, row[0]), [row]);
    });

    it("says of each policy that is relaxed how, and why", () =>
        assert.deepEqual(rowsOf(text, "`ec2-nat-gateway-require-own-zone`"), [
            [
                "`ec2-nat-gateway-require-own-zone`",
                "disabled",
                "One NAT gateway instead of three: when its zone is lost, the trial waits.",
            ],
        ]));
});
