import facts from "./eventbridge.json";

const { rows } = facts;

/** Events that one PutEvents request carries at most. */
export const EVENTS_PER_REQUEST = rows["putevents.max-entries"].value;
export const PUT_EVENTS_QUOTA_CODE = rows["putevents-tps"].quotaCode;

const REQUESTS = new Map<string, number>(Object.entries(rows["putevents-tps"].value));

/** PutEvents requests a second of an account in a region until its quota is raised. */
export function putEventsQuota(region: string): number {
    return REQUESTS.get(region) ?? rows["putevents-tps"].value.default;
}
