import { releasePolicy } from "../policy";
import { tierOpeners } from "./database-connections";

export const poolerTakesAllPods = releasePolicy({
    id: "pooler-takes-all-pods",
    title: "One PgBouncer takes the connections of all pods at their maximum",
    why: "Nothing spreads the pods' connections over PgBouncers: after an update or a lost node one of them gets nearly all, and refuses the rest.",
    fix: "Raise postgres.pooler.maxClientConnections, or lower postgres.external.poolSize",
    severity: "medium",
    links: ["https://www.pgbouncer.org/config.html#max_client_conn"],
    settings: {
        connectionsPerPod: {
            description:
                "Connections that a pod opens at most, where values.postgres.external.poolSize does not say (0: not stated)",
            default: 0,
            minimum: 0,
        },
    },
    check: (release, _stack, report, { connectionsPerPod }) => {
        const limit = release.pooler?.values.at("maxClientConnections");
        const takes = limit?.number();
        if (limit === undefined || takes === undefined) return;
        const { pods, each, shown } = tierOpeners(release, connectionsPerPod);
        // To the writer, and as many to the readers.
        const pools = (release.values.number("postgresExternalReplicas") ?? 0) > 0 ? 2 : 1;
        const open = pods * each * pools;
        if (open <= takes) return;
        const twice = pools === 2 ? " to the writer and to the readers" : "";
        report.violation(
            `${release.label}: ${shown} open ${open} connections${twice}, but ${limit.path} is ${takes}. Set it to at least ${open}.`,
            release.resource,
        );
    },
});
