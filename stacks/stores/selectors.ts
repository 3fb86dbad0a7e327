import type { ChartValues } from "../../infra/app/chart-values";
import type { InteractionStore, Workload } from "../../infra/sizing/workload";
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
    /** Kept beside the store that the values select, for a migration; the values know nothing of it. */
    readonly kept?: true;
}

/**
 * What the values choose, one for each selector; none for a value that no choice answers to.
 *
 * @param migratingFrom an interaction store that is kept as well. It comes first: what the selected one says of the values wins.
 */
export function chooseStores(
    workload: Workload,
    values: ChartValues,
    migratingFrom?: InteractionStore,
): readonly ChosenStore[] {
    const chosen = (Object.keys(SELECTORS) as readonly Selector[]).flatMap((selector) =>
        choicesOf(selector, workload, values),
    );
    if (migratingFrom === undefined || migratingFrom === workload.interactionStore) return chosen;
    const old = choicesOf("interactionStore", { ...workload, interactionStore: migratingFrom }, values);
    return [...old.map((store): ChosenStore => ({ ...store, kept: true })), ...chosen];
}

function choicesOf(selector: Selector, workload: Workload, values: ChartValues): readonly ChosenStore[] {
    return Object.entries<StoreChoice>(SELECTORS[selector])
        .filter(([, choice]) => choice.selectedBy(workload, values))
        .map(([block, choice]) => ({ selector, block, choice }));
}
