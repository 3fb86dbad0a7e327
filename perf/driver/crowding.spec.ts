import assert from "node:assert/strict";
import { Crowding } from "./crowding";

describe("whether others want the core", () => {
    it("is so for half a second after a long turn, and not after short ones", () => {
        const crowding = new Crowding();
        crowding.turned(100, 103);
        assert.equal(crowding.isCrowded(103), false);
        crowding.turned(103, 108);
        crowding.turned(108, 109);
        assert.deepEqual(
            [108, 607, 608].map((now) => crowding.isCrowded(now)),
            [true, true, false],
        );
    });
});
