import type { ChartValues } from "../../infra/app/chart-values";
import type { Workload } from "../../infra/sizing/workload";
import { EVENT_BUSES } from "./event-bus";
import { INTERACTION_STORES } from "./interaction-store";
import { POSTGRES } from "./postgres";
import { REDIS } from "./redis";
import { SEARCH } from "./search";
import { type StoreChoice, schemasOf } from "./store-choice";

/** Every selector of the overlay and its values, in the order in which the stores are built. */
export const SELECTORS = {
    postgres: POSTGRES,
    redis: REDIS,
    search: SEARCH,
    eventBus: EVENT_BUSES,
    interactionStore: INTERACTION_STORES,
} as const satisfies Readonly<Record<string, Readonly<Record<string, StoreChoice>>>>;

export type Selector = keyof typeof SELECTORS;

/** Schemas of the blocks `kaireon:<block>` of all choices. */
export const STORE_SETTINGS = {
    ...schemasOf(POSTGRES),
    ...schemasOf(REDIS),
    ...schemasOf(SEARCH),
    ...schemasOf(EVENT_BUSES),
    ...schemasOf(INTERACTION_STORES),
};

/** A choice that the values make. */
export interface ChosenStore {
    readonly selector: Selector;
    /** The choice's key in the selector's table, and the block of its settings. */
    readonly block: string;
    readonly choice: StoreChoice;
}

/** What the values choose, one for each selector; none for a value that no choice answers to. */
export function chooseStores(workload: Workload, values: ChartValues): readonly ChosenStore[] {
    return (Object.keys(SELECTORS) as readonly Selector[]).flatMap((selector) =>
        Object.entries<StoreChoice>(SELECTORS[selector])
            .filter(([, choice]) => choice.selectedBy(workload, values))
            .map(([block, choice]) => ({ selector, block, choice })),
    );
}
