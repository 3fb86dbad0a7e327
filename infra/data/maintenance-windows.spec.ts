import assert from "node:assert/strict";
import { instanceMaintenanceWindow, MAINTENANCE_WINDOWS } from "./maintenance-windows";

const DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const WEEK = 7 * 24 * 60;
const { postgres, redis, search } = MAINTENANCE_WINDOWS;

const clock = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));

/** The minutes of the week that a weekly (`sun:03:00-sun:04:00`) or daily (`02:00-03:00`) window covers. */
function minutes(window: string): Set<number> {
    const [from = "", to = ""] = window.split("-");
    const span = (start: number, end: number) =>
        Array.from({ length: (end - start + WEEK) % WEEK }, (_, index) => (start + index) % WEEK);
    if (from.length === 5) {
        return new Set(DAYS.flatMap((_, day) => span(day * 1440 + clock(from), day * 1440 + clock(to))));
    }
    const instant = (text: string) => DAYS.indexOf(text.slice(0, 3)) * 1440 + clock(text.slice(4));
    return new Set(span(instant(from), instant(to)));
}

const offPeak = new Set(
    DAYS.flatMap((_, day) =>
        Array.from({ length: 600 }, (_, index) => (day * 1440 + search.offPeak.hours * 60 + index) % WEEK),
    ),
);
const overlap = (left: Set<number>, right: Set<number>) => [...left].some((minute) => right.has(minute));

/** What AWS may do to which store, when. */
const WORK: Readonly<Record<string, Set<number>>> = {
    "postgres cluster": minutes(postgres.maintenance),
    "redis cluster": minutes(redis.maintenance),
    "search domain": offPeak,
    ...Object.fromEntries(
        Array.from({ length: 16 }, (_, ordinal) => [
            `postgres instance ${ordinal}`,
            minutes(instanceMaintenanceWindow(ordinal)),
        ]),
    ),
};

describe("maintenance windows", () => {
    it("never fall together, for any two of the stores and of the sixteen database instances", () => {
        const names = Object.keys(WORK);
        assert.equal(names.length, 19);
        for (const [index, left] of names.entries()) {
            for (const right of names.slice(index + 1)) {
                assert.equal(overlap(WORK[left] ?? new Set(), WORK[right] ?? new Set()), false, `${left}, ${right}`);
            }
        }
    });

    it("leave the same store's backup alone", () => {
        const postgresWork = Object.entries(WORK).filter(([name]) => name.startsWith("postgres"));
        for (const [name, work] of postgresWork) assert.equal(overlap(minutes(postgres.backup), work), false, name);
        assert.equal(overlap(minutes(redis.backup), minutes(redis.maintenance)), false);
    });

    it("are as long as AWS asks: 30 minutes for Aurora, 60 for ElastiCache", () => {
        assert.equal(minutes(postgres.maintenance).size, 30);
        assert.equal(minutes(postgres.backup).size, 7 * 30);
        assert.equal(minutes(instanceMaintenanceWindow(15)).size, 30);
        assert.equal(minutes(redis.maintenance).size, 60);
        assert.equal(minutes(redis.backup).size, 7 * 60);
    });

    for (const [ordinal, window] of [
        [0, "mon:03:00-mon:03:30"],
        [1, "tue:03:00-tue:03:30"],
        [4, "mon:03:30-mon:04:00"],
        [15, "thu:04:30-thu:05:00"],
    ] as const) {
        it(`give instance ${ordinal} ${window}`, () => {
            assert.equal(instanceMaintenanceWindow(ordinal), window);
        });
    }
});
