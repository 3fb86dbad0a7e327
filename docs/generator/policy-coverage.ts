import type { Group } from "../../policy/policies";
import type { Catalogue, CatalogueControl } from "./control-catalogue";

export interface ServiceCoverage {
    readonly service: string;
    /** Ids with a policy. */
    readonly covered: readonly string[];
    /** Ids with a reason why there is no policy. */
    readonly explained: readonly string[];
    /** Ids with neither. */
    readonly open: readonly string[];
    /** Rules of another pack, and how many of its rules a policy here looks at too. */
    readonly peers: Readonly<Record<string, { readonly has: number; readonly alsoHere: number }>>;
}

/** The catalogue's controls by service: what the policies check of them, and of the rules that other packs have. */
export function serviceCoverage(
    groups: readonly Group[],
    { controls, peerRules }: Catalogue,
): readonly ServiceCoverage[] {
    const covered = new Set(groups.flatMap(({ policies }) => policies.flatMap((policy) => policy.controls ?? [])));
    const explained = new Set(groups.flatMap(({ notCovered }) => notCovered.map(({ id }) => id)));
    const has = (ids: ReadonlySet<string>, { id, sameAs = id }: CatalogueControl) => ids.has(id) || ids.has(sameAs);
    const services = [...new Set(controls.map(({ service }) => service))];
    return services.map((service) => {
        const rows = controls.filter((control) => control.service === service && isCheckable(control));
        const done = rows.filter((row) => has(covered, row));
        const rest = rows.filter((row) => !has(covered, row));
        const peers = Object.entries(peerRules[service] ?? {}).map(([peer, count]) => {
            const shared = new Set(done.flatMap((row) => ruleIds(row.peers[peer] ?? "")));
            return [peer, { has: count, alsoHere: shared.size }] as const;
        });
        return {
            service,
            covered: idsOf(done),
            explained: idsOf(rest.filter((row) => has(explained, row))),
            open: idsOf(rest.filter((row) => !has(explained, row))),
            peers: Object.fromEntries(peers),
        };
    });
}

/** `CKV_AWS_302 (DB snapshots), CKV_AWS_17`: the ids without the remarks. */
function ruleIds(text: string): readonly string[] {
    const ids = text.replace(/\([^)]*\)/g, "").split(/[,;]/);
    return ids.map((id) => id.trim()).filter((id) => id !== "");
}

/** Not what belongs to the account, and not what this platform has nothing of. */
function isCheckable({ check, applicability }: CatalogueControl): boolean {
    return check !== "account" && applicability !== "notApplicable";
}

function idsOf(rows: readonly CatalogueControl[]): readonly string[] {
    return rows.map(({ id }) => id);
}

export interface Missing {
    readonly id: string;
    readonly title: string;
    readonly severity: string;
}

/** Controls and pitfalls that neither have a policy nor a reason why not. */
export function missing(groups: readonly Group[], catalogue: Catalogue): readonly Missing[] {
    const open = new Set(serviceCoverage(groups, catalogue).flatMap((service) => service.open));
    const said = new Set(
        groups.flatMap(({ policies, notCovered }) => [
            ...policies.flatMap(({ pitfalls = [] }) => pitfalls),
            ...notCovered.map(({ id }) => id),
        ]),
    );
    return [
        ...catalogue.controls.filter(({ id }) => open.has(id)),
        ...catalogue.pitfalls.filter(({ id }) => !said.has(id)),
    ].map(({ id, title, severity }) => ({ id, title, severity }));
}
