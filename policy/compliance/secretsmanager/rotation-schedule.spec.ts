import assert from "node:assert/strict";
import { longestDaysBetween } from "./rotation-schedule";

describe("a rotation schedule fires at the least every so many days", () => {
    const rows: readonly (readonly [string, number | undefined])[] = [
        ["rate(30 days)", 30],
        ["rate(1 day)", 1],
        ["rate(12 hours)", 0.5],
        ["cron(0 5 * * ? *)", 1],
        ["cron(0 5 ? * SUN *)", 7],
        ["cron(0 5 ? * SUN#1 *)", 35],
        ["cron(0 5 1 * ? *)", 35],
        ["cron(0 5 1 1/3 ? *)", 93],
        ["cron(0 5 1 */2 ? *)", 62],
        ["cron(0 5 1 1,4,7,10 ? *)", 93],
        ["cron(0 5 1 6 ? *)", 372],
        ["cron(0 5 1 JAN ? *)", undefined],
        ["cron(0 5 1 * ? 2027)", undefined],
        ["every month", undefined],
    ];
    for (const [expression, days] of rows)
        it(`${expression}: ${days ?? "not understood"}`, () => assert.equal(longestDaysBetween(expression), days));
});
