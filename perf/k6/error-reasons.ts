import type { Classified } from "../workload/classify";

/** Why no answer came. */
export const NO_ANSWER = ["timeout", "ECONNREFUSED", "ECONNRESET", "DNS", "TLS", "no answer"] as const;

const STATUSES = [400, 401, 403, 404, 408, 409, 413, 415, 422, 500, 501, 502, 503, 504] as const;
const OTHER_STATUS = "HTTP other";
const BAD_BODIES = ["not the platform's answer", "bulk items failed"] as const;

/** Every reason that is counted by itself. k6 wants its counters before the run, so an error's code in the body cannot be part of it. */
export const REASONS: readonly string[] = [
    ...NO_ANSWER,
    ...STATUSES.map((status) => `HTTP ${status}`),
    OTHER_STATUS,
    ...BAD_BODIES,
];

/** The counted reason of an error. @param errorCode of k6: https://grafana.com/docs/k6/latest/javascript-api/error-codes/ */
export function reasonOf({ reason = "" }: Classified, status: number, errorCode: number): string {
    if (status === 0) return noAnswer(errorCode);
    if (status < 200 || status > 299) return REASONS.includes(`HTTP ${status}`) ? `HTTP ${status}` : OTHER_STATUS;
    return reason === "bulk items failed" ? reason : "not the platform's answer";
}

function noAnswer(errorCode: number): (typeof NO_ANSWER)[number] {
    if (errorCode === 1050 || errorCode === 1211) return "timeout";
    if (errorCode === 1212) return "ECONNREFUSED";
    if (errorCode === 1201 || errorCode === 1220) return "ECONNRESET";
    if (errorCode >= 1100 && errorCode < 1200) return "DNS";
    if (errorCode >= 1300 && errorCode < 1400) return "TLS";
    return "no answer";
}
