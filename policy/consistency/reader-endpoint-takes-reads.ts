import { releasePolicy } from "../policy";

export const readerEndpointTakesReads = releasePolicy({
    id: "reader-endpoint-takes-reads",
    title: "With readers, the chart is told their endpoint, and it is not the writer's",
    why: "Without it analytics runs on the writer although readers are paid for.",
    fix: "Set postgres.external.readerHost to the cluster's readerEndpoint",
    severity: "medium",
    pitfalls: ["P-SEL-10"],
    links: ["https://docs.kaireonai.com/platform/values-large"],
    check: (release, _stack, report) => {
        const { values, label, resource } = release;
        const readers = values.number("postgresExternalReplicas") ?? 0;
        const host = values.at("postgres.external.host");
        // The vendor documents no key for it; a chart without this block has another one.
        if (readers < 1 || !host.exists) return;
        const readerHost = values.at("postgres.external.readerHost");
        if (readerHost.state === "unknown") return;
        if ((readerHost.text() ?? "") === "")
            report.violation(
                `${label}: values.postgresExternalReplicas is ${readers}, but ${readerHost.path} is ${readerHost.shown()}. ` +
                    "Set it to the cluster's readerEndpoint, or the replicas to 0.",
                resource,
            );
        else if (host.state === "known" && host.shown() === readerHost.shown())
            report.violation(
                `${label}: values.postgresExternalReplicas is ${readers}, but ${readerHost.path} and ${host.path} are both ${host.shown()}. ` +
                    "Set the one to the cluster's readerEndpoint and the other to its endpoint.",
                resource,
            );
    },
});
