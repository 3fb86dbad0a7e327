import { NOTHING_BUILT } from "../../../infra/data/backend";
import { type InteractionRows, interactionRows } from "../../../infra/sizing/interaction-rows";
import { problem } from "../../config/problem";
import type { StoreChoice } from "../store-choice";

/** Where the vendor advises another store. https://docs.kaireonai.com/deployment/infrastructure-backends */
const MAX_ACTIVE_CUSTOMERS = 500_000;
const MAX_WRITES_PER_SECOND = 1000;
const ELSEWHERE = "Set interactionStore.backend to dynamodb";

/** Interactions in a partitioned table of the platform's own database. */
export const postgresInteractions: StoreChoice<undefined> = {
    about: {
        title: "PostgreSQL, a partitioned table",
        select: "interactionStore.backend: pg",
        choose: "Below half a million active customers, where one store less is worth more than room to grow.",
        limits: [
            "Its writes and its bloat meet those of everything else in the database.",
            `The vendor advises another store above ${MAX_ACTIVE_CUSTOMERS} active customers or ${MAX_WRITES_PER_SECOND} writes a second.`,
            "Aurora Standard bills every request to its volume: I/O-optimised storage is cheaper from about a quarter of the bill on.",
        ],
    },
    settings: undefined,
    selectedBy: ({ interactionStore }) => interactionStore === "pg",
    warnings: ({ decisionsPerSecond, activeCustomers }) => {
        const rows = interactionRows(decisionsPerSecond);
        const warnings: string[] = [];
        if (rows.rowsPerSecond > MAX_WRITES_PER_SECOND) {
            const rule = `it writes ${rows.rowsPerSecond} interactions a second to PostgreSQL, and the vendor advises another store above ${MAX_WRITES_PER_SECOND}. ${amounts(rows)}`;
            const fix = `${ELSEWHERE}; as long as they stay, take Aurora's I/O-optimised storage (kaireon:postgres.storage)`;
            warnings.push(problem("kaireon:target.decisionsPerSecond", decisionsPerSecond, rule, fix));
        }
        if (activeCustomers !== undefined && activeCustomers > MAX_ACTIVE_CUSTOMERS) {
            const rule = `the vendor advises another store than PostgreSQL above ${MAX_ACTIVE_CUSTOMERS}`;
            warnings.push(problem("kaireon:target.activeCustomers", activeCustomers, rule, ELSEWHERE));
        }
        return warnings;
    },
    build: () => ({ backend: { ...NOTHING_BUILT, values: { config: { INTERACTION_STORE: "pg" } } } }),
};

function amounts({ gbPerDay, tbPerYear, millionIosPerMonth }: InteractionRows): string {
    return `Around the clock they are up to ${gbPerDay} GB a day, ${tbPerYear} TB a year and ${millionIosPerMonth} million I/O requests a month`;
}
