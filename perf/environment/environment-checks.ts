import type { Scenario } from "../workload/scenario";
import type { Check } from "./check";
import { clusterIsTheStacks, nodesAreReady } from "./cluster-checks";
import type { ClusterFacts } from "./cluster-facts";
import { type LicenceUse, licenceHasRoom, rateLimitsAreFar, traceSamplingIsSet } from "./load-checks";
import { nodeScalerRests, podScalersHaveRoom } from "./scaling-checks";
import { imagesAreReal, noRollout, replicasAreReady } from "./tier-checks";

/** All that decides whether a run counts. */
export interface EnvironmentFacts {
    readonly cluster: ClusterFacts;
    /** The stack's own cluster. */
    readonly clusterName: string;
    readonly scenario: Scenario;
    readonly tenants: number;
    readonly licence: LicenceUse;
    /** Share of decisions that are traced; why it is not known. */
    readonly traceSampleRate: number | { readonly problem: string };
}

/** Every condition, in the order in which an operator sets them right. Pure. */
export function environmentChecks(facts: EnvironmentFacts): readonly Check[] {
    const { cluster, scenario } = facts;
    return [
        clusterIsTheStacks(cluster, facts.clusterName),
        nodesAreReady(cluster),
        nodeScalerRests(cluster),
        imagesAreReal(cluster),
        noRollout(cluster),
        replicasAreReady(cluster),
        podScalersHaveRoom(cluster),
        traceSamplingIsSet(facts.traceSampleRate),
        licenceHasRoom(scenario, facts.licence),
        rateLimitsAreFar(scenario, facts.tenants),
    ];
}

/** What is wrong, all of it; nothing: a run counts. */
export function environmentProblems(facts: EnvironmentFacts): readonly string[] {
    return environmentChecks(facts).flatMap(({ problems }) => problems);
}
