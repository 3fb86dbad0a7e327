import { linkSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PerfError } from "../perf-error";
import { FORMAT, type Result, resultSchema } from "./result";
import { resultProblems } from "./result-problems";

/** The vendor's `<date>-<scenario>.json`, with or without the time of day: a plain date sorts before that day's times. */
const FILE_NAME = /^\d{4}-\d{2}-\d{2}(?:T\d{6}(?:\.\d{3})?Z)?-([a-z0-9-]+)\.json$/;

/** `2026-11-24T131500.000Z-recommend-100rps.json`: lexical order is time order, and the runs of one day stay apart. */
export function resultFileName({ startedAt, scenario }: Pick<Result, "startedAt" | "scenario">): string {
    return `${new Date(startedAt).toISOString().replaceAll(":", "")}-${scenario}.json`;
}

/**
 * Writes a result whole or not at all, and never over another one. Whatever was measured is kept: the reader is who judges it.
 * @returns its path
 */
export function writeResult(folder: string, result: Result): string {
    const path = join(folder, resultFileName(result));
    const text = `${JSON.stringify(result, null, 4)}\n`;
    mkdirSync(folder, { recursive: true });
    const temporary = `${path}.${process.pid}.tmp`;
    try {
        writeFileSync(temporary, text);
        // A rename would replace what is there; a link does not.
        linkSync(temporary, path);
    } catch (problem) {
        if (!isSystemError(problem, "EEXIST")) throw problem;
        if (readFileSync(path, "utf8") !== text)
            throw new PerfError(
                `${path} holds another run that began at the same instant. Move it, or write elsewhere.`,
            );
    } finally {
        rmSync(temporary, { force: true });
    }
    return path;
}

/** @throws PerfError with all that is wrong with the file */
export function readResult(path: string): Result {
    const value = parsed(path);
    const format = typeof value === "object" && value !== null && "format" in value ? value.format : undefined;
    if (format !== FORMAT)
        throw new PerfError(
            `${path}: format is ${JSON.stringify(format) ?? "missing"}; this version reads ${JSON.stringify(FORMAT)}. Give a file that \`npm run perf\` has written, or measure anew.`,
        );
    const result = resultSchema.safeParse(value);
    const problems = result.success
        ? resultProblems(result.data)
        : result.error.issues.map(({ path: at, message }) => `${at.join(".")}: ${message}.`);
    if (result.success && problems.length === 0) return result.data;
    throw new PerfError([`${path} is no result that can be trusted:`, ...problems].join("\n  "));
}

/** Reads all of them. @throws PerfError with all that is wrong with any of them */
export function readResults(paths: readonly string[]): Result[] {
    const problems: string[] = [];
    const results = paths.flatMap((path) => {
        try {
            return [readResult(path)];
        } catch (problem) {
            if (!(problem instanceof PerfError)) throw problem;
            problems.push(problem.message);
            return [];
        }
    });
    if (problems.length > 0) throw new PerfError(problems.join("\n"));
    return results;
}

/** Paths of a folder's results, oldest first; all scenarios' without `scenario`. An absent folder holds none. */
export function listResults(folder: string, scenario?: string): string[] {
    return namesIn(folder)
        .filter((name) => {
            const named = FILE_NAME.exec(name)?.[1];
            return named !== undefined && (scenario === undefined || named === scenario);
        })
        .sort()
        .map((name) => join(folder, name));
}

function namesIn(folder: string): string[] {
    try {
        return readdirSync(folder);
    } catch (problem) {
        if (isSystemError(problem, "ENOENT")) return [];
        throw problem;
    }
}

function parsed(path: string): unknown {
    let text: string;
    try {
        text = readFileSync(path, "utf8");
    } catch (problem) {
        if (isSystemError(problem, "ENOENT")) throw new PerfError(`${path}: there is no such file.`);
        if (isSystemError(problem, "EISDIR")) throw new PerfError(`${path} is a folder; give a result's file.`);
        throw problem;
    }
    if (text.trim() === "") throw new PerfError(`${path} is empty. Copy it again from where it was measured.`);
    try {
        return JSON.parse(text);
    } catch (problem) {
        const cutOff = text.trimStart().startsWith("{") && !text.trimEnd().endsWith("}");
        const what = cutOff ? `is cut off after ${text.length} characters` : "is no JSON";
        throw new PerfError(
            `${path} ${what} (${problem instanceof Error ? problem.message : problem}). Copy it again from where it was measured.`,
        );
    }
}

function isSystemError(problem: unknown, code: string): boolean {
    return problem instanceof Error && "code" in problem && problem.code === code;
}
