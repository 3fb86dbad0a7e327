import { NAMESPACE } from "../../infra/app/platform";
import { TierRoles } from "../../infra/app/tier-roles";
import { callsAws, TIERS } from "../../infra/app/tiers";
import type { TierGrant } from "../../infra/data/backend";
import { PLACEMENT } from "../../infra/data/placement.fixture";
import type { Selector } from "../../stacks/stores/selectors";
import type { StoreChoice } from "../../stacks/stores/store-choice";
import type { Settings } from "../../test/combinations/factors";
import { record } from "../../test/mocks";
import { committedStack } from "./committed-stack";
import { type ValueLeaf, valueLeaves } from "./value-leaves";

/** A store of the stack large, built with nothing under it: what documents say of a choice. */
export interface BuiltChoice {
    readonly selector: Selector;
    /** Its key in the selector's table, and the block of its settings. */
    readonly block: string;
    readonly choice: StoreChoice;
    /** Resources that a provider makes, and components. */
    readonly resources: readonly { readonly type: string; readonly name: string }[];
    readonly grants: readonly TierGrant[];
    readonly ports: readonly number[];
    /** What pods are told of it. */
    readonly values: readonly ValueLeaf[];
}

/** What a selector of large with these settings chooses. */
export async function builtChoice(selector: Selector, settings: Settings): Promise<BuiltChoice> {
    const store = committedStack("large", settings).stores.find((one) => one.selector === selector);
    if (store === undefined) throw new Error(`docs: ${JSON.stringify(settings)} chooses nothing for ${selector}`);
    const { block, choice, context } = store;
    const { accountId } = PLACEMENT;
    const { result, resources } = await record(() => {
        const roles = new TierRoles("tier-roles", { tiers: TIERS.filter(callsAws), namespace: NAMESPACE, accountId });
        return choice.build({ ...context, placement: PLACEMENT, roles }).backend;
    });
    return {
        selector,
        block,
        choice,
        resources: resources.filter(({ name }) => !name.startsWith("tier-roles")),
        grants: result.grants,
        ports: result.ports,
        values: await valueLeaves(result.values),
    };
}
