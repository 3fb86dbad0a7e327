import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { type Relaxation, relaxations } from "../policy/relaxations";
import { OfflineError } from "./offline-error";

/** The name of the file with what the policies demand of one stack alone. */
export function policyConfigName(stack: string): string {
    return `policy-config.${stack}.json`;
}

export interface StackPolicies {
    /** The arguments, with the stack's config of the pack if there is one. */
    readonly args: readonly string[];
    /** What the user is told of it: each policy that is relaxed, and why. */
    readonly lines: readonly string[];
}

/**
 * Adds the config of the project's own pack that is this stack's, `policy-config.<stack>.json` in the program's folder. A config that is
 * given in the arguments, and another pack, stay alone.
 */
export function withPolicyConfig(args: readonly string[], programDir: string, stack: string): StackPolicies {
    const name = policyConfigName(stack);
    const file = join(programDir, name);
    const packs = valuesOf(args, "--policy-pack");
    const isOwnPack =
        packs.length === 1 && packs.every((pack) => resolve(programDir, pack) === join(programDir, "policy"));
    if (!isOwnPack || valuesOf(args, "--policy-pack-config").length > 0 || !existsSync(file))
        return { args, lines: [] };
    return { args: [...args, "--policy-pack-config", file], lines: relaxationLines(stack, name, relaxedBy(file)) };
}

/** What a config file relaxes. @throws OfflineError when it is no JSON object */
export function relaxedBy(file: string): readonly Relaxation[] {
    const { policies } = require("../policy/policies") as typeof import("../policy/policies");
    return relaxations(objectIn(file), policies);
}

function objectIn(file: string): object {
    try {
        const config: unknown = JSON.parse(readFileSync(file, "utf8"));
        if (typeof config === "object" && config !== null) return config;
    } catch (problem) {
        throw new OfflineError(
            `offline: ${file} cannot be read: ${problem instanceof Error ? problem.message : problem}`,
        );
    }
    throw new OfflineError(`offline: ${file} holds no object. npm run policy:config says what is wrong with it.`);
}

function relaxationLines(stack: string, name: string, relaxed: readonly Relaxation[]): readonly string[] {
    const what = relaxed.length === 1 ? "1 policy" : `${relaxed.length} policies`;
    return [
        `offline: ${name} relaxes ${what} for ${stack}:`,
        ...relaxed.map(({ policy, now, because }) => `  ${policy} (${now}): ${because}`),
    ];
}

/** The values of an option, as `--name value` or `--name=value`. */
function valuesOf(args: readonly string[], option: string): readonly string[] {
    return args.flatMap((argument, index) => {
        if (argument === option) return args[index + 1] ?? [];
        return argument.startsWith(`${option}=`) ? argument.slice(option.length + 1) : [];
    });
}
