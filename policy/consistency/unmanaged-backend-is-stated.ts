import type { Release } from "../graph/release";
import { releasePolicy } from "../policy";
import { type GivenStore, givenStores } from "./given-stores";

export const unmanagedBackendIsStated = releasePolicy({
    id: "unmanaged-backend-is-stated",
    title: "A store that the values give and the stack does not build has its secret and its ranges in the values too",
    why: "Nothing in the stack stands for it: without credentials nobody signs in, and what is outside the ranges of the network policies is dropped without a word.",
    fix: "Give the ARN of the secret with its credentials, and the ranges that it lies in",
    severity: "medium",
    pitfalls: ["P-SEL-04"],
    links: ["https://docs.kaireonai.com/platform/values-large"],
    check: (release, stack, report) =>
        report.each(givenStores(release, stack), (find) => {
            const store = find();
            if (store === undefined) return;
            const { address, noun } = store;
            report.each([secretProblem, rangesProblem], (problem) => {
                const found = problem(release, store);
                if (found === undefined) return;
                report.violation(
                    `${release.label}: values.${address} gives ${noun} that the stack does not build, but ${found}`,
                    release.resource,
                );
            });
        }),
});

function secretProblem({ values }: Release, { secret }: GivenStore): string | undefined {
    if (secret === undefined || values.flag("externalSecrets.enabled") !== true) return undefined;
    const place = values.at(secret);
    if (place.state === "unknown" || (place.text() ?? "") !== "") return undefined;
    return `${place.path} is ${place.shown()}. Give the secret that holds its credentials.`;
}

/** The data subnets, which the chart falls back on, hold the stack's own stores. */
function rangesProblem({ values }: Release, { kind }: GivenStore): string | undefined {
    const policy = values.at("networkPolicy");
    const isOurs = policy.at("dataCidrs").exists || policy.at("storeCidrs").exists;
    if (!isOurs || policy.flag("enabled") !== true) return undefined;
    const place = policy.at(["storeCidrs", kind]);
    if (place.state === "unknown" || (place.isList && place.items().length > 0)) return undefined;
    return `${place.path} is ${place.shown()}. Give the ranges that it lies in.`;
}
