import assert from "node:assert/strict";
import { Writable } from "node:stream";
import { progress } from "./progress";

describe("the progress of a run", () => {
    const second = (at: number) => ({
        at,
        scheduled: 5000,
        sent: 5000,
        answered: 4998,
        errors: 2,
        p50Ms: 20.1,
        p99Ms: 121.25,
    });

    it("is a line every ten seconds and at the end, where there is no terminal", () => {
        const written: string[] = [];
        const out = new Writable({
            write: (chunk, _encoding, done) => {
                written.push(String(chunk));
                done();
            },
        });
        const course = progress(Object.assign(out, { isTTY: false }), 30);
        for (let at = 0; at < 25; at += 1) course.second(second(at), 25);
        course.end();
        const figures = "5,000/s, p50 20.1 ms, p99 121.3 ms, 2 errors\n";
        assert.deepEqual(written, [
            "Warming up for 30 s; none of it counts.\n",
            ...[10, 20, 25].map((at) => `${at}/25 s: ${figures}`),
        ]);
    });
});
