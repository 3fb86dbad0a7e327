import { unsafeUniformIntDistribution, xoroshiro128plus } from "pure-rand";
import { combinations, permutationTest, sum } from "simple-statistics";

/** Up to here every arrangement is counted; beyond, a fixed sample of them. */
const MOST_ARRANGEMENTS = 20_000;
const SAMPLES = 10_000;
const SEED = 20_261_124;

/** In how many ways the runs of both sides can be dealt anew: one in so many is the smallest p-value that there can be. */
export function arrangements(baselineRuns: number, candidateRuns: number): number {
    const runs = baselineRuns + candidateRuns;
    let ways = 1;
    for (let drawn = 1; drawn <= candidateRuns; drawn += 1) ways = (ways * (runs - candidateRuns + drawn)) / drawn;
    return Math.round(ways);
}

/**
 * The share of arrangements in which the candidate's mean is as far above the baseline's as it is, were it all the same which run is on
 * which side: a permutation test, one-sided, which supposes no distribution.
 */
export function permutationP(baseline: readonly number[], candidate: readonly number[]): number {
    if (arrangements(baseline.length, candidate.length) > MOST_ARRANGEMENTS) {
        const generator = xoroshiro128plus(SEED);
        const random = () => unsafeUniformIntDistribution(0, 0x7fff_ffff, generator) / 0x8000_0000;
        return permutationTest(candidate, baseline, "greater", SAMPLES, random);
    }
    // With the sizes fixed, the difference of the means grows with the candidate's sum alone.
    const observed = sum(candidate);
    const rounding = Math.abs(observed) * 1e-12;
    const dealt = combinations([...baseline, ...candidate], candidate.length);
    return dealt.filter((values) => sum(values) >= observed - rounding).length / dealt.length;
}
