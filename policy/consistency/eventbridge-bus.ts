import type { Release } from "../graph/release";
import type { Stack } from "../graph/stack";
import { publisherOf, saysWhere } from "./selectors";

const BUS = "aws:cloudwatch/eventBus:EventBus";

/** Why events for EventBridge have no bus to go to; undefined when they have, or go elsewhere. */
export function missingBus(release: Release, stack: Stack): string | undefined {
    if (publisherOf(release) !== "eventbridge") return undefined;
    const place = release.values.at("eventbridge.busName");
    const buses = stack.ofType(BUS);
    if (buses.some((bus) => release.usesOutputOf(bus)) || saysWhere(release, "eventbridge")) return undefined;
    if (place.state === "unknown") throw place.cannotTell();
    const built =
        buses.length === 0
            ? `the stack has no ${BUS}`
            : `the stack's ${buses.map(({ label }) => label).join(", ")} is not given`;
    return (
        `config.EVENT_PUBLISHER is eventbridge, but ${place.path} is ${place.shown()} and ${built}. ` +
        "Set it to the bus's name, or to default."
    );
}
