import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { parse } from "yaml";
import { cacheFolder } from "../cache-folder";
import { goTarget, type Machine } from "../engine/engine-cache";
import { type GoNeed, requireGo } from "../engine/go";
import { buildCommand } from "../engine/go-build";
import type { Report } from "../engine/progress";
import { OfflineError } from "../offline-error";
import { projectRoot } from "../project";
import { kubernetesVersion } from "./tools";

type Env = Readonly<Record<string, string | undefined>>;

/** The Go module whose `go.mod` pins the judge, with what it is asked beside it. */
const MODULE = join(projectRoot, "offline", "cluster", "judge");

const GO: GoNeed = {
    version: "1.26",
    moduleFolder: MODULE,
    what: "the judge of Kubernetes objects",
    reason: "kube-score is not in the cache yet.",
    otherwise: "or leave it out: nothing but its test needs it.",
};

/** What `judge/config.yaml` says. */
export interface JudgeConfig {
    /** Checks that are off unless they are asked for. */
    readonly optional: readonly string[];
    readonly suppressions: readonly Suppression[];
}

/** A finding that stands. */
export interface Suppression {
    readonly check: string;
    /** `Kind/name` of the objects that it stands for; absent: all of them. */
    readonly objects?: readonly string[];
    /** Stack that it stands for, with or without what is optional; absent: all of them. */
    readonly stack?: string;
    readonly reason: string;
}

/** Something that the judge would have otherwise. */
export interface Finding {
    readonly stack: string;
    readonly check: string;
    /** `Deployment/kaireon-api`. */
    readonly object: string;
    readonly message: string;
}

export function judgeConfig(): JudgeConfig {
    return parse(readFileSync(join(MODULE, "config.yaml"), "utf8"));
}

/**
 * kube-score out of the cache, built first when it is not there.
 *
 * @returns the executable
 * @throws OfflineError when there is no Go that can build it
 */
export async function provideJudge(env: Env, report: Report, machine: Machine = process): Promise<string> {
    const executable = judgeFile(env, machine);
    if (existsSync(executable)) return executable;
    const go = requireGo(env, GO);
    const folder = dirname(executable);
    mkdirSync(dirname(folder), { recursive: true });
    const partial = mkdtempSync(join(dirname(folder), ".building-"));
    report.say(`offline: building kube-score with Go into ${folder}; once per version.`);
    try {
        await buildCommand({
            go,
            moduleFolder: MODULE,
            command: "github.com/zegl/kube-score/cmd/kube-score",
            output: join(partial, "kube-score"),
            what: "kube-score",
            instead: "Nothing but its test needs it.",
            linkerFlags: "-s -w",
            machine,
            env,
            report,
        });
        // Another run may have been faster; both are the same.
        if (!existsSync(folder)) renameSync(partial, folder);
    } finally {
        rmSync(partial, { recursive: true, force: true });
    }
    return executable;
}

/** Why there can be no judge on this machine; `undefined` where it is in the cache or can be built. */
export function missingForJudge(env: Env, machine: Machine = process): string | undefined {
    if (existsSync(judgeFile(env, machine))) return undefined;
    try {
        requireGo(env, GO);
        return undefined;
    } catch (problem) {
        if (problem instanceof OfflineError) return problem.message;
        throw problem;
    }
}

function judgeFile(env: Env, machine: Machine): string {
    const { os, arch } = goTarget(machine);
    const pins = readFileSync(join(MODULE, "go.mod"));
    const digest = createHash("sha256").update(pins).digest("hex").slice(0, 12);
    return join(cacheFolder(env), `judge-${digest}-${os}-${arch}`, "kube-score");
}

/** An object and its checks, as kube-score writes them. */
interface Verdict {
    readonly type_meta: { readonly kind: string };
    readonly object_meta: { readonly name: string };
    readonly checks: readonly {
        readonly check: { readonly id: string };
        /** 10 is perfect, 1 is critical. */
        readonly grade: number;
        readonly skipped: boolean;
        readonly comments: readonly { readonly path: string; readonly summary: string }[] | null;
    }[];
}

const PERFECT = 10;

/** Has objects judged together: a check may ask for one beside another, such as a policy for each pod. */
export async function judge(
    executable: string,
    { stack, objects }: { readonly stack: string; readonly objects: readonly object[] },
    optional: readonly string[],
): Promise<readonly Finding[]> {
    const version = kubernetesVersion().replace(/\.\d+$/, "");
    const asked = optional.map((check) => `--enable-optional-test=${check}`);
    const args = ["score", "--output-format=json", `--kubernetes-version=v${version}`, ...asked, "-"];
    const verdicts = await verdictsOf(
        executable,
        args,
        objects.map((object) => JSON.stringify(object)).join("\n---\n"),
    );
    return verdicts.flatMap(({ type_meta: { kind }, object_meta: { name }, checks }) =>
        checks
            .filter(({ grade, skipped }) => !skipped && grade < PERFECT)
            .flatMap(({ check: { id }, comments }) =>
                (comments ?? []).map(({ path, summary }) => ({
                    stack,
                    check: id,
                    object: `${kind}/${name}`,
                    message: path === "" ? summary : `${path}: ${summary}`,
                })),
            ),
    );
}

/** Its exit code says only that there are findings: what counts is whether it wrote verdicts. */
function verdictsOf(executable: string, args: readonly string[], input: string): Promise<readonly Verdict[]> {
    return new Promise((resolve, reject) => {
        const child = spawn(executable, args, { stdio: ["pipe", "pipe", "pipe"] });
        const output = { stdout: "", stderr: "" };
        for (const stream of ["stdout", "stderr"] as const) {
            child[stream].setEncoding("utf8").on("data", (text: string) => {
                output[stream] += text;
            });
        }
        child.on("error", reject);
        child.on("close", (code) => {
            if (output.stdout.startsWith("[")) resolve(JSON.parse(output.stdout));
            else reject(new OfflineError(`offline: kube-score wrote no verdicts (${code}):\n${output.stderr}`));
        });
        child.stdin.end(input);
    });
}

/** Findings that no suppression names. */
export function unexplained(findings: readonly Finding[], suppressions: readonly Suppression[]): readonly Finding[] {
    return findings.filter((finding) => !suppressions.some((suppression) => covers(suppression, finding)));
}

/** Suppressions that no finding needs, and objects of a suppression that none does. */
export function idle(findings: readonly Finding[], suppressions: readonly Suppression[]): readonly string[] {
    return suppressions.flatMap(({ objects, ...suppression }) => {
        const found = findings.filter((finding) => covers(suppression, finding));
        if (objects === undefined) return found.length > 0 ? [] : [suppression.check];
        const unneeded = objects.filter((object) => !found.some((one) => one.object === object));
        return unneeded.map((object) => `${suppression.check}: ${object}`);
    });
}

function covers({ check, objects, stack }: Suppression, finding: Finding): boolean {
    const isOfStack = stack === undefined || stack === finding.stack;
    return check === finding.check && isOfStack && (objects === undefined || objects.includes(finding.object));
}
