/**
 * What an answer counts as. `rate-limited` and `quota-exhausted` are the platform doing what it was told (429): no error of it, but no
 * decision either. `degraded` is a decision by the fallback score (`degradedScoring`): an answer, and a sign of trouble.
 */
export type Outcome = "ok" | "degraded" | "rate-limited" | "quota-exhausted" | "error";

export const OUTCOMES: readonly Outcome[] = ["ok", "degraded", "rate-limited", "quota-exhausted", "error"];
