import assert from "node:assert/strict";
import { TierRoles } from "../../../infra/app/tier-roles";
import { PLACEMENT } from "../../../infra/data/placement.fixture";
import { type Recording, record } from "../../../test/mocks";
import { type Change, loadChanged } from "../../config/changed-stack.fixture";

/** Everything that the event bus of the changed stack registers. The tiers that publish have roles. */
export function recordBus(change: Change): Promise<Recording<void>> {
    const bus = loadChanged(change).stores.find(({ selector }) => selector === "eventBus");
    assert.ok(bus);
    return record(() => {
        const roles = new TierRoles("tiers", {
            tiers: ["api", "worker", "outboxPublisher", "stream"],
            namespace: "kaireon",
            accountId: PLACEMENT.accountId,
        });
        bus.choice.build({ ...bus.context, placement: PLACEMENT, roles });
    });
}
