import assert from "node:assert/strict";
import { natZoneOf, natZones } from "./routes";

const ZONES = ["a", "b", "c"];

describe("natZones", () => {
    it("takes every zone, or the first", () => {
        assert.deepEqual(natZones(ZONES, "perZone"), ["a", "b", "c"]);
        assert.deepEqual(natZones(ZONES, "single"), ["a"]);
    });
});

describe("natZoneOf", () => {
    it("stays in the zone wherever it has a gateway", () => {
        assert.deepEqual(
            ZONES.map((zone) => natZoneOf(zone, ZONES, "perZone")),
            ["a", "b", "c"],
        );
        assert.deepEqual(
            ZONES.map((zone) => natZoneOf(zone, ZONES, "single")),
            ["a", "a", "a"],
        );
    });
});
