import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { catalogueIds, controlCatalogue } from "../../docs/generator/control-catalogue";
import { missing } from "../../docs/generator/policy-coverage";
import { projectRoot } from "../../offline/project";
import { configProblems } from "../../policy/config-problems";
import { groups, policies } from "../../policy/policies";

const folder = join(projectRoot, "policy");
const sources = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".ts"));

/** Modules that the pack loads: not the tests, and not what only tests read. */
const shipped = sources.filter((path) => !/\.(spec|fixture|cases|samples)\.ts$/.test(path));

function imports(path: string): readonly { readonly from: string; readonly isType: boolean }[] {
    const text = readFileSync(join(folder, path), "utf8");
    const statements = text.matchAll(/^(?:import|export)\s(type\s)?[^;]*?from "([^"]+)"/gms);
    return [...statements].map(([, type, from = ""]) => ({ from, isType: type !== undefined }));
}

describe("the pack's own rules", () => {
    for (const path of shipped) {
        it(`policy/${path} loads nothing but the pack itself and the policy SDK`, () => {
            for (const { from, isType } of imports(path)) {
                const isOwn =
                    from.startsWith(".") &&
                    !join("policy", path, "..", from).startsWith("..") &&
                    !/^(?:\.\.\/)+(?:infra|stacks|offline|test|docs|perf|report)\//.test(from);
                const isAllowed =
                    isOwn ||
                    from === "@pulumi/policy" ||
                    from.startsWith("node:") ||
                    (isType && /^@pulumi\/aws\/[a-z0-9]+$/.test(from));
                assert.ok(isAllowed, `it imports ${from}`);
            }
        });
    }

    it("loads every module without doing anything", () => {
        const written: unknown[] = [];
        const { write } = process.stdout;
        process.stdout.write = (text) => written.push(text) > 0;
        try {
            for (const path of shipped.filter((one) => one !== "index.ts"))
                require(join(__dirname, "..", "..", "policy", path.replace(/\.ts$/, ".js")));
        } finally {
            process.stdout.write = write;
        }
        assert.deepEqual(written, []);
    });

    it("is registered whole: every file with a policy is in the lists", () => {
        const declared = shipped.flatMap((path) => {
            const text = readFileSync(join(folder, path), "utf8");
            return [...text.matchAll(/^\s*id: "([a-z0-9-]+)",$/gm)].map(([, id = ""]) => id);
        });
        assert.deepEqual([...policies.map(({ id }) => id)].sort(), [...new Set(declared)].sort());
    });
});

describe("policy-config.example.json", () => {
    it("is a config that the pack takes", () => {
        const example = JSON.parse(readFileSync(join(projectRoot, "policy-config.example.json"), "utf8"));
        assert.deepEqual(configProblems(example, policies), []);
    });
});

describe("every policy", () => {
    const known = catalogueIds(controlCatalogue());

    it("has an id of its own", () => {
        const ids = policies.map(({ id }) => id);
        assert.deepEqual(
            ids.filter((id, index) => ids.indexOf(id) !== index),
            [],
        );
    });

    for (const { id, title, why, fix, severity, controls = [], pitfalls = [], links = [], ...policy } of policies) {
        it(`${id} is well said`, () => {
            assert.match(id, /^[a-z][a-z0-9]*(-[a-z0-9]+)+$/);
            assert.match(title, /^\S.*[^.]$/);
            assert.match(why, /^\S.*\.$/s);
            assert.match(fix, /^[A-Z]/);
            assert.ok(["low", "medium", "high", "critical"].includes(severity));
            for (const link of links) assert.match(link, /^https:\/\//);
            assert.deepEqual(
                [...controls, ...pitfalls].filter((one) => !known.has(one)),
                [],
                "ids that the catalogue does not have",
            );
            if (policy.kind === "resource") for (const type of policy.types) assertType(type);
        });
    }

    /** A token with a slip would never match anything. */
    function assertType(type: string): void {
        const [, provider = "", module = "", name = ""] = /^(aws|kubernetes|eks):([^:]+):(\w+)$/.exec(type) ?? [];
        const [area = ""] = module.split("/");
        if (provider === "aws") {
            const file = join(projectRoot, "node_modules", "@pulumi", "aws", `${module}.js`);
            assert.ok(existsSync(file), `${type}: the SDK has no ${module}`);
            assert.ok(readFileSync(file, "utf8").includes(`'${type}'`), `${type} is not the SDK's token in ${area}`);
        } else assert.ok(provider !== "" && name !== "", `${type} is no type token`);
    }
});

describe("what is not covered", () => {
    const catalogue = controlCatalogue();
    const known = catalogueIds(catalogue);

    it("is said with ids of the catalogue and a reason", () => {
        for (const { id, why } of groups.flatMap(({ notCovered }) => notCovered)) {
            assert.ok(known.has(id), id);
            assert.match(why, /^[A-Z].*\.$/s, id);
        }
    });

    it("is nothing without a reason", () =>
        assert.deepEqual(
            missing(groups, catalogue).map(({ id, severity }) => `${id} (${severity})`),
            [],
        ));
});
