import assert from "node:assert/strict";
import { Backlog } from "./backlog";

describe("the backlog of the driver", () => {
    it("gives back what was added, in that order, however long it is", () => {
        const backlog = new Backlog();
        const taken: (number | undefined)[] = [];
        for (let time = 0; time < 10_000; time += 1) {
            backlog.add(time);
            if (time % 3 === 0) taken.push(backlog.take());
        }
        assert.deepEqual([backlog.oldest, backlog.size], [taken.length, 10_000 - taken.length]);
        while (backlog.size > 0) taken.push(backlog.take());
        assert.deepEqual(
            taken,
            Array.from({ length: 10_000 }, (_, time) => time),
        );
        assert.deepEqual([backlog.take(), backlog.oldest], [undefined, undefined]);
    });
});
