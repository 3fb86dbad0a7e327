const FIRST = 1000;
/** No thread sends as much. */
const LAST = 128_000;
/** Halvings, on a scale of ratios, of what lies between the last rate that was sent and the first that was not: 19 % of it is left. */
const HALVINGS = 2;
/** A rate that fails is tried once more: something else may have taken the core. */
const TRIES = 2;

/** The highest rate that can be sent, in steps of ten: doubles it until it fails, and then halves what lies between. 0: not even the first. */
export async function highestRate(isSent: (rate: number) => Promise<boolean>): Promise<number> {
    let sent = 0;
    let failed = FIRST;
    while (failed <= LAST && (await isSentInOneOf(isSent, failed))) {
        sent = failed;
        failed *= 2;
    }
    if (sent === 0 || failed > LAST) return sent;
    for (let halving = 0; halving < HALVINGS; halving += 1) {
        const rate = Math.round(Math.sqrt(sent * failed) / 10) * 10;
        if (await isSentInOneOf(isSent, rate)) sent = rate;
        else failed = rate;
    }
    return sent;
}

async function isSentInOneOf(isSent: (rate: number) => Promise<boolean>, rate: number): Promise<boolean> {
    for (let attempt = 0; attempt < TRIES; attempt += 1) if (await isSent(rate)) return true;
    return false;
}
