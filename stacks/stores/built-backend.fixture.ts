import assert from "node:assert/strict";
import { TierRoles } from "../../infra/app/tier-roles";
import { PLACEMENT } from "../../infra/data/placement.fixture";
import { record, resolved } from "../../test/mocks";
import { type Change, loadChanged } from "../config/changed-stack.fixture";
import type { Selector } from "./selectors";

/** What a selector of the changed stack builds, as plain data. */
export async function builtBackend(selector: Selector, change: Change) {
    const store = loadChanged(change).stores.find((one) => one.selector === selector);
    assert.ok(store);
    const { result, resources } = await record(() => {
        const roles = new TierRoles("tier-roles", { tiers: [], namespace: "kaireon", accountId: PLACEMENT.accountId });
        return store.choice.build({ ...store.context, placement: PLACEMENT, roles });
    });
    const { backend, admit, writerEndpoint } = result;
    return {
        block: store.block,
        resources: resources.map(({ type }) => type).filter((type) => type !== "kaireon:app:TierRoles"),
        values: await resolved(backend.values),
        grants: backend.grants,
        ports: backend.ports,
        secretArns: await resolved([...backend.secretArns]),
        secretKeyArns: await resolved([...backend.secretKeyArns]),
        ready: backend.ready,
        admits: admit !== undefined,
        writerEndpoint: await resolved(writerEndpoint),
    };
}

/** Of a backend for which nothing is built, everything but its values and its secret. */
export const NOTHING = {
    resources: [],
    grants: [],
    ports: [],
    secretArns: [],
    secretKeyArns: [],
    ready: [],
    admits: false,
    writerEndpoint: undefined,
};

/** The ARN of a secret in the stack's region. */
export const secretArn = (name: string) => `arn:aws:secretsmanager:eu-west-1:123456789012:secret:${name}-a1B2c3`;

/** The lines that name what every given store lacks when nothing is said of it. */
export const lacking = {
    secret: (block: string, store: string, keys: string) =>
        `externalSecrets.${block}.secretArn is missing; pods sign in to ${store} with it. ` +
        `Set it in kaireon:values to the ARN of a secret of Secrets Manager in eu-west-1, JSON {${keys}}.`,
    addresses: (block: string, store: string) =>
        `networkPolicy.storeCidrs.${block} is missing; the network policies let pods reach ${store} nowhere else. ` +
        "Set it in kaireon:values to the ranges of its addresses.",
};
