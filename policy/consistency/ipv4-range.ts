/** Whether an IPv4 range, `10.0.0.0/16`, holds the whole of another. False where one of them is no such range. */
export function holdsRange(outer: string, inner: string): boolean {
    const [out, within] = [parse(outer), parse(inner)];
    if (out === undefined || within === undefined || out.bits > within.bits) return false;
    const size = 2 ** (32 - out.bits);
    return Math.floor(out.address / size) === Math.floor(within.address / size);
}

function parse(range: string): { readonly address: number; readonly bits: number } | undefined {
    const [, a, b, c, d, bits] =
        /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})(?:\/(\d{1,2}))?$/.exec(range.trim()) ?? [];
    const bytes = [a, b, c, d].map(Number);
    if (bytes.some((byte) => !(byte <= 255)) || Number(bits ?? 32) > 32) return undefined;
    return { address: bytes.reduce((sum, byte) => sum * 256 + byte, 0), bits: Number(bits ?? 32) };
}
