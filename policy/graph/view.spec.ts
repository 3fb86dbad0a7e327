import assert from "node:assert/strict";
import { CannotTell } from "./cannot-tell";
import { UNKNOWNS } from "./unknown";
import { View } from "./view";

const view = new View(
    {
        text: "a",
        quoted: "12",
        number: 12,
        flag: true,
        quotedFlag: "false",
        nothing: null,
        list: ["a", UNKNOWNS.string],
        map: { "kaireon.ai/tier": "api", deep: { count: 3 } },
        unknown: UNKNOWNS.object,
        document: '{"Statement":[{"Effect":"Allow"}]}',
        partly: `{"Resource":"${UNKNOWNS.string}"}`,
        broken: "{",
    },
    { label: "thing (aws:x/y:Y)", urn: "urn:thing" },
);

const reason = (message: string) => (problem: unknown) => {
    assert.ok(problem instanceof CannotTell);
    assert.equal(problem.reason, `thing (aws:x/y:Y): ${message}`);
    assert.equal(problem.urn, "urn:thing");
    return true;
};

describe("a view of properties", () => {
    it("reads what is known", () => {
        assert.equal(view.text("text"), "a");
        assert.equal(view.text("number"), "12");
        assert.equal(view.number("number"), 12);
        assert.equal(view.number("quoted"), 12);
        assert.equal(view.flag("flag"), true);
        assert.equal(view.flag("quotedFlag"), false);
        assert.equal(view.number("map.deep.count"), 3);
        assert.equal(view.text(["map", "kaireon.ai/tier"]), "api");
        assert.equal(view.text("list.0"), "a");
        assert.deepEqual(view.names("map"), ["kaireon.ai/tier", "deep"]);
        assert.deepEqual(view.plain("map.deep"), { count: 3 });
        assert.equal(view.json("document").text("Statement.0.Effect"), "Allow");
    });

    it("gives nothing for what is absent, null or below something absent", () => {
        for (const path of ["none", "none.below", "nothing", "text.below", "list.7", "list.length", "map.toString"]) {
            assert.equal(view.at(path).state, "absent", path);
            assert.equal(view.text(path), undefined);
            assert.equal(view.number(path), undefined);
            assert.equal(view.flag(path), undefined);
            assert.deepEqual([view.items(path), view.texts(path), view.names(path)], [[], [], []]);
        }
    });

    const unknown = "is not known before the update";
    const reads: readonly (readonly [string, () => unknown, string])[] = [
        ["text", () => view.text("unknown"), `unknown ${unknown}`],
        ["a number", () => view.number("unknown"), `unknown ${unknown}`],
        ["a flag", () => view.flag("unknown"), `unknown ${unknown}`],
        ["a list", () => view.items("unknown"), `unknown ${unknown}`],
        ["names", () => view.names("unknown"), `unknown ${unknown}`],
        ["what is below it", () => view.text("unknown.below"), `unknown.below ${unknown}`],
        ["an item", () => view.texts("list"), `list.1 ${unknown}`],
        ["a list as plain data", () => view.plain("list"), `list.1 ${unknown}`],
        ["text that has it inside", () => view.json("partly"), `partly ${unknown}`],
    ];
    for (const [what, read, message] of reads)
        it(`says so when ${what} is unknown`, () => assert.throws(read, reason(message)));

    it("says so when a value is not of the type asked for", () => {
        assert.throws(() => view.number("text"), reason('text is "a", which is not a number'));
        assert.throws(() => view.flag("number"), reason("number is 12, which is not true or false"));
        assert.throws(() => view.items("text"), reason('text is "a", which is not a list'));
        assert.throws(() => view.names("text"), reason('text is "a", which is not a map'));
        assert.throws(() => view.text("map.deep"), reason('map.deep is {"count":3}, which is not text'));
        assert.throws(() => view.json("broken"), reason('broken is "{", which is not JSON'));
    });

    it("tells known items of a list from unknown ones", () =>
        assert.deepEqual(
            view.items("list").map(({ state }) => state),
            ["known", "unknown"],
        ));

    it("shows values for messages, long ones shortened", () => {
        assert.equal(view.shown("text"), '"a"');
        assert.equal(view.shown("none"), "not set");
        assert.equal(view.shown("unknown"), "not known before the update");
        assert.equal(new View("x".repeat(200), { label: "" }).shown().length, 118);
    });
});
