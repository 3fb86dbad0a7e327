/**
 * Draws ranks 1 to `count` with a probability in proportion to `rank ** -skew`, by rejection-inversion (Hörmann and Derflinger 1996,
 * https://doi.org/10.1145/235025.235029). It needs no table: each virtual user of k6 has a memory of its own, and a thousand tables of a
 * million customers would fill any machine.
 * @param skew 0 draws all alike; about 1 is what is usually seen of customers
 * @param random in [0, 1)
 */
export function zipf(count: number, skew: number, random: () => number): () => number {
    if (skew === 0) return () => 1 + Math.floor(random() * count);
    // The integral of x ** -skew, and its inverse; the first is written so that skew 1 is no special case.
    const integral = (x: number) => (skew === 1 ? Math.log(x) : Math.expm1((1 - skew) * Math.log(x)) / (1 - skew));
    const inverse = (y: number) => (skew === 1 ? Math.exp(y) : Math.exp(Math.log1p((1 - skew) * y) / (1 - skew)));
    const weight = (x: number) => x ** -skew;
    const low = integral(1.5) - 1;
    const high = integral(count + 0.5);
    const surelyInside = 2 - inverse(integral(2.5) - weight(2));
    return () => {
        for (;;) {
            const u = high + random() * (low - high);
            const x = inverse(u);
            const rank = Math.min(count, Math.max(1, Math.round(x)));
            if (rank - x <= surelyInside || u >= integral(rank + 0.5) - weight(rank)) return rank;
        }
    };
}
