import { resourcePolicy } from "../../policy";

export const elasticacheReplicationGroupRequireAuthentication = resourcePolicy({
    id: "elasticache-replication-group-require-authentication",
    title: "Redis asks every client for a password or a user",
    why: "Whatever reaches the port could read sessions and jobs, and delete them. The published control asks for it only below Redis 6.",
    fix: "Set authToken, or userGroupIds",
    severity: "high",
    controls: ["X-ELASTICACHE-AUTH", "ElastiCache.6"],
    links: [
        "https://docs.aws.amazon.com/securityhub/latest/userguide/elasticache-controls.html#elasticache-6",
        "https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/auth.html",
    ],
    types: ["aws:elasticache/replicationGroup:ReplicationGroup"],
    check: (resource, report) => {
        const ways = ["authToken", "authTokenWo", "userGroupIds"].map((property) => resource.properties.at(property));
        if (ways.some((place) => place.state === "unknown" || !["not set", '""', "[]"].includes(place.shown()))) return;
        report.violation(
            `${resource.label}: authToken and userGroupIds are not set, so nobody has to say who they are. Set one of them.`,
            resource,
        );
    },
});
