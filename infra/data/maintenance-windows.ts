/**
 * When AWS may work on the stores, all in UTC. Maintenance of two stores never falls together, so that a trouble has one cause; a
 * store's backup never falls into its maintenance. MSK and DynamoDB take no windows.
 */
export const MAINTENANCE_WINDOWS = {
    postgres: {
        /** Daily; the vendor's own backup policy names 02:00. */
        backup: "02:00-02:30",
        /** Weekly; engine upgrades and changes that wait for the window. */
        maintenance: "sun:03:00-sun:03:30",
    },
    redis: {
        /** Daily; ElastiCache wants 60 minutes at least. */
        backup: "01:00-02:00",
        maintenance: "sun:04:00-sun:05:00",
    },
    search: {
        /** Daily start of the off-peak window, which OpenSearch makes ten hours long. */
        offPeak: { hours: 17, minutes: 0 },
    },
} as const;

/** First Sunday of the month between 05:00 and 07:00 UTC: after both weekly windows, when the pods that restart disturb least. */
export const PASSWORD_ROTATION = { scheduleExpression: "cron(0 5 ? * SUN#1 *)", duration: "2h" } as const;

const INSTANCE_DAYS = ["mon", "tue", "wed", "thu"] as const;
const SLOTS_PER_DAY = 4;

/**
 * The weekly window of a database instance: half an hour of its own for each of the sixteen that a cluster can have, so that the
 * operating systems of a writer and its readers are never patched together.
 *
 * @param ordinal from 0
 */
export function instanceMaintenanceWindow(ordinal: number): string {
    const day = INSTANCE_DAYS[ordinal % INSTANCE_DAYS.length];
    const slot = Math.floor(ordinal / INSTANCE_DAYS.length) % SLOTS_PER_DAY;
    const clock = (halfHours: number) => {
        const hour = 3 + Math.floor(halfHours / 2);
        return `0${hour}:${halfHours % 2 === 0 ? "00" : "30"}`;
    };
    return `${day}:${clock(slot)}-${day}:${clock(slot + 1)}`;
}
