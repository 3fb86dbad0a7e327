import { z } from "zod";
import type { InteractionStore, Workload } from "../../../infra/sizing/workload";
import { problem } from "../../config/problem";

/** `kaireon:migration` */
export const migrationSchema = z
    .strictObject({
        from: z
            .exactOptional(z.enum(["pg", "dynamodb", "cassandra", "scylla"]))
            .describe(
                "The interaction store that is kept beside the one that the chart's values select: pods reach both. Set it in the update that switches, remove it when nothing reads there any more.",
            ),
    })
    .prefault({})
    .describe("A migration of the interactions from one store to another.");

export type Migration = z.output<typeof migrationSchema>;

/** What is wrong with a migration by itself; what the kept store lacks is said by its own choice. */
export function migrationProblems({ from }: Migration, { interactionStore }: Workload): readonly string[] {
    if (from !== interactionStore) return [];
    const rule = "interactions are written there now, so there is nothing to migrate";
    return [problem("kaireon:migration.from", from, rule, "Remove it, or change interactionStore.backend")];
}

/**
 * Why this update must not switch the interaction store: it would drop the one that the last update wrote to, or the pods' way to it.
 * PostgreSQL is reached anyway.
 *
 * @param before the store that the last update wrote to; undefined in a stack's first one
 */
export function switchProblem(
    before: string | undefined,
    now: InteractionStore,
    { from }: Migration,
): string | undefined {
    if (before === undefined || before === now || before === from || before === "pg") return undefined;
    const rule = `interactions went to ${before} until now, and this update would drop that store or the pods' way to it`;
    const fix = `Set kaireon:migration.from to ${before}, and remove it in a later update, when ${now} has all that you need`;
    return problem("interactionStore.backend", now, rule, fix);
}
