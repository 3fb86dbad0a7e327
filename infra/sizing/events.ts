/** The topics and how many events of each a decision causes. The rates follow from what is written for a decision; outcomes at most one each. */
export const TOPICS = [
    { name: "interaction.recorded.v1", eventsPerDecision: 2 },
    { name: "decision.made.v1", eventsPerDecision: 1 },
    { name: "outcome.recorded", eventsPerDecision: 1 },
] as const;

export type TopicName = (typeof TOPICS)[number]["name"];

/** Size of an event. Not documented by the vendor: measure it before trusting what follows from it. */
const EVENT_BYTES = 1024;

/** What a rate of decisions puts on an event bus, all topics together. */
export interface EventLoad {
    readonly eventsPerSecond: number;
    readonly bytesPerSecond: number;
    /** A million bytes to the MB, as AWS counts throughput; not rounded. */
    readonly mbPerSecond: number;
}

export function eventLoad(decisionsPerSecond: number): EventLoad {
    const eventsPerDecision = TOPICS.reduce((sum, topic) => sum + topic.eventsPerDecision, 0);
    const eventsPerSecond = decisionsPerSecond * eventsPerDecision;
    const bytesPerSecond = eventsPerSecond * EVENT_BYTES;
    return { eventsPerSecond, bytesPerSecond, mbPerSecond: bytesPerSecond / 1_000_000 };
}
