import { EVENTS_PER_REQUEST, putEventsQuota } from "../facts/eventbridge";
import { eventLoad } from "./events";

export interface BusRate {
    readonly eventsPerSecond: number;
    /** PutEvents requests a second when each is full, and when each carries one event: the vendor does not say which it does. */
    readonly fullRequestsPerSecond: number;
    readonly singleRequestsPerSecond: number;
    /** Requests a second of an account in the region until its quota is raised. */
    readonly quota: number;
}

/** What the target rate asks of EventBridge, and what a region gives at first. */
export function busRate(decisionsPerSecond: number, region: string): BusRate {
    const { eventsPerSecond } = eventLoad(decisionsPerSecond);
    return {
        eventsPerSecond,
        fullRequestsPerSecond: Math.ceil(eventsPerSecond / EVENTS_PER_REQUEST),
        singleRequestsPerSecond: Math.ceil(eventsPerSecond),
        quota: putEventsQuota(region),
    };
}
