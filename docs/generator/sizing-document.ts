import type { StackConfig } from "../../stacks/config";
import { count, document, heading } from "./markdown";
import { addressSection, nodeSection, tierSection } from "./node-sections";
import { interactionSection, kafkaSection, postgresSection, redisSection, searchSection } from "./store-sections";

/** `docs/sizing.md`: every number that follows from the chart's values and the stack's settings, and how. */
export function sizingDocument(stack: string, config: StackConfig): string {
    return document(
        heading(`Sizes of \`${stack}\``),
        `Computed by \`infra/sizing/\` from the chart's values and \`Pulumi.${stack}.yaml\` as committed, for ${count(config.target.decisionsPerSecond)} ` +
            `decisions a second in ${config.zones.length} zones. A configuration in which one of them does not fit is refused before anything is created. ` +
            "The limits of AWS that they rest on are in `infra/facts/`, with source and date. None of it has been measured under load.",
        tierSection(config),
        nodeSection(config),
        addressSection(config),
        postgresSection(config),
        redisSection(config),
        searchSection(config),
        kafkaSection(config),
        interactionSection(config),
    );
}
