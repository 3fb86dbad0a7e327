import { valueAt } from "../../../infra/sizing/workload";
import { problem } from "../../config/problem";
import { EXISTING_LIMITS, type ExistingStore, existingBackend, existingStoreProblems } from "../existing-store";
import { isGiven } from "../given";
import type { CheckContext, StoreChoice } from "../store-choice";

const STORE: ExistingStore = { name: "the domain", block: "opensearch" };

/** An OpenSearch domain that is there already. */
export const existingDomain: StoreChoice<undefined> = {
    about: {
        title: "An OpenSearch domain that is there already",
        select: "opensearch.enabled: true, and opensearch.endpoint",
        choose: "Where one domain serves several platforms.",
        limits: [
            ...EXISTING_LIMITS,
            "A domain of another account is out of reach: the pods' roles get no permission of their own for it.",
            "Pods sign their requests with their roles: an OpenSearch that asks for a password is none for them.",
            "The domain's access policy, and its security plugin, must name the pods' roles, which exist after the first up.",
        ],
    },
    settings: undefined,
    selectedBy: ({ search }, values) => search && isGiven(values, "opensearch.endpoint"),
    problems: (context) => [...endpointProblems(context), ...existingStoreProblems(context, STORE)],
    warnings: ({ values }) => {
        const endpoint = valueAt(values, "opensearch.endpoint");
        const rule = "whether the domain lets the pods in is not checked";
        const fix =
            "Once up has made them, allow es:ESHttp* in its access policy, and map in its security plugin, the roles " +
            "arn:aws:iam::<account>:role/tier-roles-api-… and tier-roles-worker-…";
        return [problem("opensearch.endpoint", endpoint, rule, fix)];
    },
    build: (context) => ({
        backend: existingBackend(context, STORE, {
            config: { SEARCH_INDEX: "opensearch" },
            // The region that requests are signed for, unless the values name another.
            opensearch: { enabled: true, region: context.region },
        }),
    }),
};

function endpointProblems({ values }: CheckContext<undefined>): readonly string[] {
    const path = "opensearch.endpoint";
    const endpoint = String(valueAt(values, path));
    if (/^[^\s/:]+$/.test(endpoint)) return [];
    const rule = "it must be a host alone: the chart puts https:// before it";
    return [problem(path, endpoint, rule, "Give the host without scheme, port and path in kaireon:values")];
}
