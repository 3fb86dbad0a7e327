import assert from "node:assert/strict";
import { Crowding } from "./crowding";

describe("whether others want the core", () => {
    it("is so for half a second after a long turn in which the core was lost", () => {
        let switches = 7;
        const crowding = new Crowding(() => switches);
        crowding.turned(100, 101);
        switches += 1;
        crowding.turned(101, 106);
        crowding.turned(106, 107);
        assert.deepEqual(
            [107, 605, 606].map((now) => crowding.isCrowded(now)),
            [true, true, false],
        );
    });

    it("is not so after a long turn of its own work, nor after a short loss", () => {
        let switches = 7;
        const crowding = new Crowding(() => switches);
        crowding.turned(100, 101);
        crowding.turned(101, 121);
        assert.equal(crowding.isCrowded(121), false);
        switches += 1;
        crowding.turned(121, 124);
        crowding.turned(124, 130);
        assert.equal(crowding.isCrowded(130), false);
    });
});
