import { valueAt } from "../../../infra/sizing/workload";
import { problem } from "../../config/problem";
import {
    EXISTING_LIMITS,
    type ExistingStore,
    existingBackend,
    existingStoreProblems,
    missing,
} from "../existing-store";
import { isGiven } from "../given";
import type { CheckContext, StoreChoice } from "../store-choice";

const STORE: ExistingStore = {
    name: "the nodes of Scylla",
    block: "scylla",
    secret: { block: "scylla", keys: ["username", "password"] },
    caBundle: "scylla.caBundle",
};

/** Scylla at the contact points that the values give: AWS has none to build. */
export const scylla: StoreChoice<undefined> = {
    about: {
        title: "Scylla that is there already",
        select: "interactionStore.backend: scylla",
        choose: "For the highest throughput, where somebody runs Scylla well.",
        limits: [
            ...EXISTING_LIMITS,
            "Keyspace and table are made by hand.",
            "User and password over TLS, and no other way to sign in.",
        ],
    },
    settings: undefined,
    selectedBy: ({ interactionStore }) => interactionStore === "scylla",
    problems: (context) => [...addressProblems(context), ...existingStoreProblems(context, STORE)],
    warnings: ({ values }) => {
        const rule = "this program makes no keyspace and no table on a cluster that is given";
        const fix = "Make them there, with customerId as the partition key and three replicas";
        return [problem("scylla.keyspace", valueAt(values, "scylla.keyspace"), rule, fix)];
    },
    build: (context) => ({
        backend: existingBackend(context, STORE, {
            config: { INTERACTION_STORE: "scylla" },
            scylla: { enabled: true },
        }),
    }),
};

function addressProblems({ values }: CheckContext<undefined>): readonly string[] {
    const path = "scylla.contactPoints";
    const hosts = String(valueAt(values, path));
    const rule = "it must be hosts alone, with commas and nothing else between: the port is scylla.port";
    const fix = "Correct scylla.contactPoints in kaireon:values";
    const isWellFormed = !isGiven(values, path) || /^[^\s,:/]+(,[^\s,:/]+)*$/.test(hosts);
    return [
        ...missing(values, path, "this program builds no Scylla", "hosts of some of its nodes, with commas between"),
        ...(isWellFormed ? [] : [problem(path, hosts, rule, fix)]),
        ...missing(
            values,
            "scylla.datacenter",
            "clients keep to one data centre",
            "the name of the nearest, as nodetool status shows it",
        ),
        ...missing(values, "scylla.keyspace", "clients ask for it when they connect", "the keyspace's name"),
    ];
}
