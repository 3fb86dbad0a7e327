import assert from "node:assert/strict";
import { eventIn, timelineOf } from "./timeline.fixture";
import { isWatchOver } from "./watch";

const isOver = (letters: string) =>
    isWatchOver(timelineOf(letters), {
        eventAt: eventIn(letters),
        watchSeconds: 4,
        steadySeconds: 3,
        giveUpSeconds: 10,
    });

describe("the watch after an event", () => {
    it("ends when steady state has lasted", () => {
        assert.equal(isOver(".....|xxxx.."), false);
        assert.equal(isOver(".....|xxxx..."), true);
    });

    it("does not end before the event could show", () => {
        assert.equal(isOver(".....|..."), false);
        assert.equal(isOver(".....|...."), true);
    });

    it("ends when it has been as long as it may, whatever is seen", () => {
        assert.equal(isOver(".....|xxxxxxxxx"), false);
        assert.equal(isOver(".....|xxxxxxxxxx"), true);
    });
});
