const UNITS: Readonly<Record<string, number>> = { ms: 0.001, s: 1, m: 60, h: 3600 };

/** Seconds of a duration as k6 writes them: `1m30s`. */
export function durationSeconds(text: string): number {
    if (!/^(\d+(\.\d+)?(ms|s|m|h))+$/.test(text))
        throw new Error(`shim: ${JSON.stringify(text)} is no duration of k6.`);
    return [...text.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h)/g)].reduce(
        (sum, [, number, unit = "s"]) => sum + Number(number) * (UNITS[unit] ?? Number.NaN),
        0,
    );
}
