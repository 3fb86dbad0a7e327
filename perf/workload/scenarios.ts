import type { Phase, Scenario } from "./scenario";

const DECISIONS = { recommend: 1 } as const;

/** The vendor's scenarios last five minutes: https://docs.kaireonai.com, page on performance baselines. */
const BASELINE_SECONDS = 300;

function constant(rate: number, seconds: number): Phase {
    return { seconds, fromRate: rate, toRate: rate };
}

/** @param warmUpSeconds longer where the autoscaler has to add nodes on the way from the least to the needed count of pods */
function recommend(name: string, rate: number, warmUpSeconds: number): Scenario {
    return {
        name: `recommend-${name}`,
        about: `${rate} decisions a second for five minutes.`,
        warmUpSeconds,
        phases: [constant(rate, BASELINE_SECONDS)],
        mix: DECISIONS,
    };
}

/** Share of the day's highest rate at each full hour, as a consumer business sees it: quiet at four, busy at noon and in the evening. */
const HOURS = [
    0.3, 0.2, 0.14, 0.11, 0.1, 0.12, 0.2, 0.35, 0.5, 0.62, 0.7, 0.78, 0.82, 0.78, 0.72, 0.7, 0.72, 0.78, 0.88, 0.97, 1,
    0.9, 0.68, 0.45,
];
const DAY_PEAK = 2000;
/** An hour of the day takes a minute: 24 minutes in all. */
const HOUR_SECONDS = 60;

const STRESS_STEP = 500;
const STRESS_STEPS = 24;
const STRESS_STEP_SECONDS = 60;

/** Everything that is run against the platform, by both drivers. */
export const SCENARIOS: readonly Scenario[] = [
    recommend("100rps", 100, 60),
    recommend("1krps", 1000, 60),
    recommend("5krps", 5000, 180),
    recommend("10krps", 10_000, 180),
    {
        name: "respond",
        // A response names a recommendation, so some have to be made; each is answered four times.
        about: "Responses to decisions, one a request, 400 a second, and the decisions that they answer.",
        warmUpSeconds: 60,
        phases: [constant(500, 300)],
        mix: { recommend: 0.2, respond: 0.8 },
    },
    {
        name: "respond-bulk",
        // Ten a second: the platform takes 1,000 bulk requests per 60 s and tenant, which one tenant alone has to keep.
        about: "Responses in bulk, 1 to 1,000 items a request, ten requests a second, and the decisions that they answer.",
        warmUpSeconds: 60,
        phases: [constant(20, 300)],
        mix: { recommend: 0.5, "respond-bulk": 0.5 },
    },
    {
        name: "day",
        about: "A day in 24 minutes: decisions, responses and bulk, quiet at night, 2,000 requests a second in the evening.",
        warmUpSeconds: 60,
        phases: HOURS.map((share, hour) => ({
            seconds: HOUR_SECONDS,
            fromRate: share * DAY_PEAK,
            toRate: (HOURS[(hour + 1) % HOURS.length] ?? share) * DAY_PEAK,
        })),
        // At the peak ten bulk requests a second, which one tenant alone may send.
        mix: { recommend: 0.7, respond: 0.295, "respond-bulk": 0.005 },
    },
    {
        name: "soak",
        about: "500 requests a second for four hours: what leaks, fills or drifts shows here.",
        warmUpSeconds: 60,
        phases: [constant(500, 4 * 3600)],
        mix: { recommend: 0.8, respond: 0.195, "respond-bulk": 0.005 },
    },
    {
        name: "spike",
        about: "From 200 to 2,000 decisions a second within ten seconds, and back: the autoscaler comes too late for it.",
        warmUpSeconds: 60,
        phases: [
            constant(200, 120),
            { seconds: 10, fromRate: 200, toRate: 2000 },
            constant(2000, 120),
            { seconds: 10, fromRate: 2000, toRate: 200 },
            constant(200, 180),
        ],
        mix: DECISIONS,
    },
    {
        name: "stress",
        about: "500 decisions a second more every minute, up to 12,000, until the SLO breaks.",
        warmUpSeconds: 60,
        phases: Array.from({ length: STRESS_STEPS }, (_, step) =>
            constant((step + 1) * STRESS_STEP, STRESS_STEP_SECONDS),
        ),
        mix: DECISIONS,
        untilBroken: true,
    },
];

/** @throws Error that lists the names there are */
export function scenarioNamed(name: string): Scenario {
    const found = SCENARIOS.find((scenario) => scenario.name === name);
    if (found !== undefined) return found;
    throw new Error(
        `scenario is ${JSON.stringify(name)}; it must be one of ${SCENARIOS.map((one) => one.name).join(", ")}.`,
    );
}
