import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { projectRoot } from "../offline/project";

interface Step {
    readonly uses?: string;
    readonly with?: { readonly script?: string };
    readonly env?: Readonly<Record<string, string>>;
}

interface Job {
    readonly strategy?: { readonly matrix: { readonly stack: readonly string[] } };
    readonly if?: string;
    readonly permissions?: Readonly<Record<string, string>>;
    readonly steps: readonly Step[];
}

const { jobs, permissions, on }: { jobs: Record<string, Job>; permissions: object; on: object } = parse(
    readFileSync(join(projectRoot, ".github", "workflows", "preview.yml"), "utf8"),
);

const MARKED = "<!-- kaireon-preview trial -->\n### earlier";
const NEW = "<!-- kaireon-preview trial -->\nnew";

interface Comment {
    readonly id: number;
    readonly user: { readonly login: string };
    readonly body: string;
}

/** Runs the script of the workflow against an issue with these comments. @returns what it asks of GitHub */
async function keepComment(comments: readonly Comment[]): Promise<readonly unknown[]> {
    const script = jobs["comment"]?.steps.map((step) => step.with?.script).find((text) => text !== undefined) ?? "";
    const asked: unknown[] = [];
    const issues = {
        listComments: "listComments",
        createComment: (args: object) => void asked.push({ create: args }),
        updateComment: (args: object) => void asked.push({ update: args }),
    };
    const github = { paginate: async () => comments, rest: { issues } };
    const context = { repo: { owner: "o", repo: "r" }, issue: { number: 7 } };
    const requireFake = () => ({ readFileSync: () => "new" });
    const run = new Function("github", "context", "require", "process", `return (async () => {${script}})();`);
    await run(github, context, requireFake, { env: { STACK: "trial" } });
    return asked;
}

describe("the workflow of a pull request's preview", () => {
    it("runs on pull requests with the rights of their own branch, never with those of the base", () => {
        assert.deepEqual(Object.keys(on), ["pull_request"]);
    });

    it("previews every committed stack, and comments on each", () => {
        const committed = readdirSync(projectRoot).flatMap((name) => /^Pulumi\.([\w-]+)\.yaml$/.exec(name)?.[1] ?? []);
        for (const job of ["preview", "comment"])
            assert.deepEqual(jobs[job]?.strategy?.matrix.stack, committed.sort(), job);
    });

    it("may read where it runs the pull request's code, and write where it does not", () => {
        assert.deepEqual(permissions, {});
        assert.deepEqual(jobs["preview"]?.permissions, { contents: "read", "id-token": "write" });
        assert.deepEqual(jobs["comment"]?.permissions, { "pull-requests": "write" });
        const actions = jobs["comment"]?.steps.map(({ uses }) => uses?.split("@")[0]);
        assert.deepEqual(actions, ["actions/download-artifact", "actions/github-script"]);
    });

    it("gives secrets to one step only, and does not comment from a fork", () => {
        const all = jobs["preview"]?.steps.filter(({ env }) => JSON.stringify(env ?? {}).includes("secrets."));
        assert.equal(all?.length, 1);
        assert.match(jobs["comment"]?.if ?? "", /head\.repo\.full_name == github\.repository/);
    });

    it("pins every action to a version", () => {
        const actions = Object.values(jobs).flatMap(({ steps }) => steps.flatMap(({ uses }) => uses ?? []));
        assert.ok(actions.length > 5);
        for (const action of actions) assert.match(action, /^[\w-]+\/[\w-]+@v\d+(\.\d+)*$/);
    });

    it("makes a comment where there is none of its own", async () => {
        const others = [
            { id: 1, user: { login: "someone" }, body: MARKED },
            { id: 2, user: { login: "github-actions[bot]" }, body: "something else" },
            { id: 3, user: { login: "github-actions[bot]" }, body: MARKED.replace("trial", "large") },
        ];
        const created = [{ create: { owner: "o", repo: "r", issue_number: 7, body: NEW } }];
        assert.deepEqual(await keepComment([]), created);
        assert.deepEqual(await keepComment(others), created);
    });

    it("brings its own up to date", async () => {
        const own = { id: 3, user: { login: "github-actions[bot]" }, body: MARKED };
        assert.deepEqual(await keepComment([own]), [{ update: { owner: "o", repo: "r", comment_id: 3, body: NEW } }]);
    });
});
