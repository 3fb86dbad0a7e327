/** At the least how often a Secrets Manager schedule fires, in days; undefined when it is not understood. */
export function longestDaysBetween(expression: string): number | undefined {
    const rate = /^rate\((\d+) (hour|day)s?\)$/.exec(expression);
    if (rate !== null) return rate[2] === "day" ? Number(rate[1]) : Number(rate[1]) / 24;
    const cron = /^cron\((\S+) (\S+) (\S+) (\S+) (\S+) (\S+)\)$/.exec(expression);
    if (cron === null) return undefined;
    const [, , , day = "", month = "", weekday = "", year = ""] = cron;
    if (year !== "*") return undefined;
    const isDaily = (field: string) => field === "*" || field === "?";
    const months = longestMonthsBetween(month);
    if (months === undefined) return undefined;
    // A day of every month, an ordinal weekday (SUN#1) or the last one: at most five weeks from one month's to the next.
    if (months > 1) return months * 31;
    if (isDaily(day) && isDaily(weekday)) return 1;
    return isDaily(day) && !/[#L]/.test(weekday) ? 7 : 35;
}

/** Of cron's month field: `*`, a step such as `1/3`, a list such as `1,4,7,10`; other forms are not understood. */
function longestMonthsBetween(field: string): number | undefined {
    if (field === "*" || field === "?") return 1;
    const step = /^(?:\*|\d+)\/(\d+)$/.exec(field);
    if (step !== null) return Number(step[1]);
    if (!/^\d+(,\d+)*$/.test(field)) return undefined;
    const months = field.split(",").map(Number);
    return Math.max(
        ...months.map((month, index) => (((months[(index + 1) % months.length] ?? month) - month + 11) % 12) + 1),
    );
}
