import { releasePolicy } from "../policy";
import { reachedStores } from "./store-ports";

/** The port in the chart, with its default. */
const PORTS = { postgres: ["postgres.external.port", 5432], redis: ["redis.external.port", 6379] } as const;

export const storePortsMatchValues = releasePolicy({
    id: "store-ports-match-values",
    title: "The ports in the values are the stores' own",
    why: "Addresses and the chart's network policies are made of them: a store that was moved to another port cannot be reached.",
    fix: "Set the port in the values to the store's",
    severity: "high",
    pitfalls: ["P-NET-02"],
    links: ["https://docs.kaireonai.com/deployment/kubernetes"],
    check: (release, stack, report) => {
        report.each(reachedStores(release, stack), (find) => {
            const reached = find();
            if (reached === undefined || (reached.kind !== "postgres" && reached.kind !== "redis")) return;
            const [path, otherwise] = PORTS[reached.kind];
            const place = release.values.at(path);
            // A chart of other keys has the port in an address.
            if (!release.values.at(path.replace(/\.port$/, "")).exists) return;
            const told = place.number() ?? otherwise;
            if (told === reached.port) return;
            report.violation(
                `${release.label}: ${place.path} is ${place.exists ? told : `not set, which means ${otherwise}`}, but ${reached.store.label} ` +
                    `listens on ${reached.port}. Set it to ${reached.port}, or the store's port to ${told}.`,
                release.resource,
            );
        });
    },
});
