import type { TopicName } from "../../sizing/events";

/** A JSON schema, as far as the three events need it. */
interface JsonSchema {
    readonly type: "object" | "string" | "number" | "integer";
    readonly format?: "date-time";
    readonly enum?: readonly string[];
    readonly properties?: Readonly<Record<string, JsonSchema>>;
    readonly required?: readonly string[];
}

const TEXT: JsonSchema = { type: "string" };
const TIME: JsonSchema = { type: "string", format: "date-time" };

/**
 * Fields of the events, where the vendor documents them (https://docs.kaireonai.com/platform/event-stream); of `outcome.recorded` it
 * documents none. None is required and none excluded: what a release adds or leaves out must not make its events invalid.
 */
const PAYLOADS: Readonly<Record<TopicName, Readonly<Record<string, JsonSchema>>>> = {
    "interaction.recorded.v1": {
        tenantId: TEXT,
        customerId: TEXT,
        offerId: TEXT,
        creativeId: TEXT,
        channelId: TEXT,
        interactionType: TEXT,
        outcomeTypeKey: TEXT,
        campaignId: TEXT,
        recommendationId: TEXT,
        timestamp: TIME,
    },
    "decision.made.v1": {
        tenantId: TEXT,
        customerId: TEXT,
        recommendationId: TEXT,
        offersReturned: { type: "integer" },
        topOfferId: TEXT,
        topPropensity: { type: "number" },
        decisionFlowKey: TEXT,
        timestamp: TIME,
    },
    "outcome.recorded": {},
};

export const EVENT_NAMES = Object.keys(PAYLOADS) as readonly TopicName[];

/** The JSON schema (draft 4) of an event: the envelope that all share, and its payload. */
export function eventSchema(name: TopicName): string {
    const envelope: JsonSchema = {
        type: "object",
        properties: {
            type: { type: "string", enum: [name] },
            timestamp: TIME,
            payload: { type: "object", properties: PAYLOADS[name] },
        },
        required: ["type", "timestamp", "payload"],
    };
    return JSON.stringify({ $schema: "http://json-schema.org/draft-04/schema#", title: name, ...envelope });
}
