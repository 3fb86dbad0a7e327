import { CannotTell } from "../graph/cannot-tell";
import type { Release } from "../graph/release";
import type { Stack } from "../graph/stack";
import { busProblem } from "./event-bus-choice";
import { missingBus } from "./eventbridge-bus";
import { storeProblem } from "./interaction-store-choice";
import { signInProblems } from "./kafka-sign-in";
import { searchProblem } from "./search-choice";

export type Selector = "eventBus" | "interactionStore" | "search";

const PROBLEMS: Readonly<Record<Selector, (release: Release, stack: Stack) => string | undefined>> = {
    eventBus: (release, stack) =>
        busProblem(release, stack) ?? missingBus(release, stack) ?? signInProblems(release, stack)[0],
    interactionStore: storeProblem,
    search: searchProblem,
};

/**
 * Whether a selector says one thing and what it chooses is there. While it does not, a policy of its own says so, and what would
 * follow from the choice is not asked.
 */
export function isSettled(selector: Selector, release: Release, stack: Stack): boolean {
    try {
        return PROBLEMS[selector](release, stack) === undefined;
    } catch (problem) {
        if (problem instanceof CannotTell) return true;
        throw problem;
    }
}
