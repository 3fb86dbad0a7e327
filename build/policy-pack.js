// Puts the compiled pack into a folder of its own, dist/policy-pack, to be published or used by other projects:
// `pulumi policy publish` there, or `pulumi preview --policy-pack <that folder>` with its dependencies installed.
const { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } = require("node:fs");
const { join, resolve } = require("node:path");

const root = resolve(__dirname, "..");
const pack = join(root, "dist", "policy-pack");

/** @param {string} path @returns {boolean} whether the pack needs it to run */
function isShipped(path) {
    return !/\.(spec|fixture|cases|samples)\.js(\.map)?$|\.js\.map$|check-config\.js$/.test(path);
}

rmSync(pack, { recursive: true, force: true });
mkdirSync(pack, { recursive: true });
cpSync(join(root, "dist", "policy"), pack, { recursive: true, filter: isShipped });
cpSync(join(root, "policy", "PulumiPolicy.yaml"), join(pack, "PulumiPolicy.yaml"));
const { private: _, ...manifest } = JSON.parse(readFileSync(join(root, "policy", "package.json"), "utf8"));
writeFileSync(join(pack, "package.json"), `${JSON.stringify({ ...manifest, main: "index.js" }, undefined, 4)}\n`);
process.stdout.write("policy: wrote dist/policy-pack\n");
