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
    name: "the brokers",
    block: "pulsar",
    secret: { block: "pulsar", keys: ["token"] },
    caBundle: "pulsar.caBundle",
};

/** Pulsar at the service URL that the values give: AWS has none to build. */
export const pulsar: StoreChoice<undefined> = {
    about: {
        title: "Pulsar that is there already",
        select: "eventbus.backend: pulsar",
        choose: "Where your organisation runs Pulsar, and the vendor has confirmed that your images publish to it.",
        limits: [
            ...EXISTING_LIMITS,
            "Only the overlay names Pulsar as an event bus: the vendor's lists of publishers and of variables have no such value.",
            "A token over TLS, and no other way to sign in.",
        ],
    },
    settings: undefined,
    selectedBy: ({ eventBus }) => eventBus === "pulsar",
    problems: (context) => [...serviceUrlProblems(context), ...existingStoreProblems(context, STORE)],
    warnings: ({ values }) => {
        const url = valueAt(values, "pulsar.serviceUrl");
        const rule = "only the vendor's overlay names Pulsar as an event bus, its list of publishers does not";
        return [problem("pulsar.serviceUrl", url, rule, "Have the vendor confirm that your images publish to it")];
    },
    build: (context) => ({
        backend: existingBackend(context, STORE, {
            config: { EVENT_PUBLISHER: "pulsar" },
            pulsar: { enabled: true },
        }),
    }),
};

function serviceUrlProblems({ values }: CheckContext<undefined>): readonly string[] {
    const path = "pulsar.serviceUrl";
    const fix = "where Pulsar answers, such as pulsar+ssl://pulsar.example.com:6651";
    if (!isGiven(values, path)) return missing(values, path, "this program builds no Pulsar", fix);
    const url = String(valueAt(values, path));
    if (/^pulsar\+ssl:\/\/[^\s,:/]+(:\d+)?(,[^\s,:/]+(:\d+)?)*\/?$/.test(url)) return [];
    const rule = url.startsWith("pulsar://")
        ? "the token would cross the network in clear text"
        : "it is no service URL of Pulsar over TLS";
    return [problem(path, url, rule, `Set it in kaireon:values to ${fix}`)];
}
