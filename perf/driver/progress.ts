import { Presets, SingleBar } from "cli-progress";
import type { Second } from "../results/result";

/** Without a terminal, a line this often. */
const LINE_SECONDS = 10;

type Output = NodeJS.WritableStream & { readonly isTTY?: boolean };

export interface Progress {
    second(second: Second, totalSeconds: number): void;
    end(): void;
}

/** The course of a run: a bar on a terminal, plain lines elsewhere. */
export function progress(out: Output, warmUpSeconds: number): Progress {
    if (warmUpSeconds > 0) out.write(`Warming up for ${warmUpSeconds} s; none of it counts.\n`);
    return out.isTTY ? barOn(out) : linesOn(out);
}

/** Figures of one second: `5,000/s, p50 20.1 ms, p99 121.3 ms, 2 errors`. */
export function secondText({ sent, errors, p50Ms, p99Ms }: Second): string {
    const rate = sent.toLocaleString("en-US");
    return `${rate}/s, p50 ${p50Ms.toFixed(1)} ms, p99 ${p99Ms.toFixed(1)} ms, ${errors} errors`;
}

function barOn(out: Output): Progress {
    const format = "{bar} {value}/{total} s | {figures}";
    const bar = new SingleBar({ stream: out, format, hideCursor: true }, Presets.shades_classic);
    let isStarted = false;
    return {
        second: (second, total) => {
            const payload = { figures: secondText(second) };
            if (!isStarted) bar.start(Math.ceil(total), 0, payload);
            isStarted = true;
            bar.update(second.at + 1, payload);
        },
        end: () => bar.stop(),
    };
}

function linesOn(out: Output): Progress {
    return {
        second: (second, total) => {
            const at = second.at + 1;
            if (at % LINE_SECONDS === 0 || at >= total)
                out.write(`${at}/${Math.ceil(total)} s: ${secondText(second)}\n`);
        },
        end: () => {},
    };
}
