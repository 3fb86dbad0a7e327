import { z } from "zod";
import { interactionCapacity, type TableCapacity } from "../../../infra/sizing/table-capacity";

/** How a table's capacity is paid for. */
export type Billing = "onDemand" | "provisioned";

/** The setting of both tables, of which only the way to change it differs. */
export function billing(change: string) {
    return z
        .enum(["onDemand", "provisioned"])
        .default("onDemand")
        .describe(
            `By request, or by capacity that auto scaling moves between a fifth of the target rate and what it needs. ${change}`,
        );
}

/** Bounds of a provisioned table's capacity, as the component takes them; nothing for one on demand. */
export function provisionedFor(chosen: Billing, decisionsPerSecond: number): { readonly provisioned?: TableCapacity } {
    return chosen === "onDemand" ? {} : { provisioned: interactionCapacity(decisionsPerSecond) };
}
