import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { engineModuleFile } from "../../offline/engine/engine-cache";
import { projectRoot } from "../../offline/project";
import { rowsOf } from "./table-rows.fixture";

const read = (path: string) => readFileSync(join(projectRoot, path), "utf8");
const manifest: { scripts: Readonly<Record<string, string>>; engines: { node: string } } = JSON.parse(
    read("package.json"),
);
const written = [
    "README.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    "infra/helm/README.md",
    "perf/README.md",
    "perf/baselines/README.md",
];
const records = readdirSync(join(projectRoot, "docs", "decisions")).map((name) => join("docs", "decisions", name));
const generated = readdirSync(join(projectRoot, "docs")).filter((name) => name.endsWith(".md"));

/** The part of a link after `#` that GitHub makes of a heading. */
function anchors(text: string): readonly string[] {
    return [...text.matchAll(/^#+ (.+)$/gm)].map(([, title = ""]) =>
        title
            .toLowerCase()
            .replace(/[^\w\- ]/g, "")
            .replaceAll(" ", "-"),
    );
}

describe("the README", () => {
    it("says what every command of package.json does, and no other", () => {
        const listed = [...read("README.md").matchAll(/^\| `npm (?:run )?([\w:-]+)` /gm)].map(([, name]) => name);
        assert.deepEqual(listed.sort(), Object.keys(manifest.scripts).sort());
    });

    it("gives every command a meaning", () => {
        for (const script of Object.keys(manifest.scripts)) {
            const command = script === "test" ? "`npm test`" : `\`npm run ${script}\``;
            assert.match(rowsOf(read("README.md"), command)[0]?.[1] ?? "", /\w{3}/, script);
        }
    });

    it("asks for the Node and the Go that package.json and the engine's module ask for", () => {
        assert.match(read("README.md"), new RegExp(`Node ${manifest.engines.node.replace(">=", "")} or newer`));
        assert.match(
            read("README.md"),
            new RegExp(`Go ${engineModuleFile().go.split(".").slice(0, 2).join(".")} or newer`),
        );
    });
});

describe("links in documents", () => {
    for (const file of [...written, ...records, ...generated.map((name) => join("docs", name))]) {
        it(`lead from ${file} to files and headings that are there`, () => {
            for (const [, link = ""] of read(file).matchAll(/\]\((?!https?:)([^)]+)\)/g)) {
                const [path = "", anchor] = link.split("#");
                const target = path === "" ? file : join(dirname(file), path);
                assert.ok(existsSync(join(projectRoot, target)), link);
                if (anchor !== undefined) assert.ok(anchors(read(target)).includes(anchor), link);
            }
        });
    }
});
