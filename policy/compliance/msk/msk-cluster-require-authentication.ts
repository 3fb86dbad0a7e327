import { resourcePolicy } from "../../policy";

const WAYS = ["sasl.iam", "sasl.scram"];

export const mskClusterRequireAuthentication = resourcePolicy({
    id: "msk-cluster-require-authentication",
    title: "Kafka authenticates its clients",
    why: "A cluster that says nothing of authentication takes whoever reaches a broker.",
    fix: "Set clientAuthentication.sasl.iam or sasl.scram to true, or clientAuthentication.tls",
    severity: "medium",
    controls: ["MSK.6"],
    links: ["https://docs.aws.amazon.com/securityhub/latest/userguide/msk-controls.html#msk-6"],
    types: ["aws:msk/cluster:Cluster"],
    check: (resource, report) => {
        const place = resource.properties.at("clientAuthentication");
        if (place.at("tls").exists || WAYS.some((way) => place.flag(way) === true)) return;
        report.violation(
            `${resource.label}: clientAuthentication is ${place.shown()}; it must have one of sasl.iam, sasl.scram and tls. Set sasl.iam to true.`,
            resource,
        );
    },
});
