import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import type { PolicyCases, Samples } from "./cases";

const compiledPolicies = join(__dirname, "..", "..", "policy");

function files(ending: string): readonly string[] {
    return readdirSync(compiledPolicies, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(ending));
}

/** The cases beside the policies, by policy id. */
export function allCases(): ReadonlyMap<string, PolicyCases> {
    const load = (path: string): PolicyCases => require(join(compiledPolicies, path)).cases;
    return new Map(files(".cases.js").map((path) => [basename(path, ".cases.js"), load(path)]));
}

/** The samples beside all tables, as one. */
export function allSamples(): Required<Samples> {
    const loaded = files(".samples.js").map((path): Samples => require(join(compiledPolicies, path)).samples);
    return {
        inputs: Object.assign({}, ...loaded.map(({ inputs }) => inputs)),
        also: Object.assign({}, ...loaded.map(({ also }) => also)),
        uncheckedInLarge: Object.assign({}, ...loaded.map(({ uncheckedInLarge }) => uncheckedInLarge)),
    };
}
