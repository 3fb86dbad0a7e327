import { CannotTell } from "../graph/cannot-tell";
import type { Release } from "../graph/release";
import type { StackResource } from "../graph/stack-resource";
import { type Report, releasePolicy } from "../policy";
import { storesOf } from "./stores-of";

const GROUP = "aws:elasticache/replicationGroup:ReplicationGroup";

export const redisTlsMatchesUrl = releasePolicy({
    id: "redis-tls-matches-url",
    title: "Pods speak TLS to the cache and give a password exactly when it asks for them",
    why: "One side without the other gives connection resets, or NOAUTH on every command; the worker's scaler stops while pods still work.",
    fix: "Set redis.external.tls as transitEncryptionEnabled is, and give the secret exactly when there is an authToken or a user group",
    severity: "high",
    pitfalls: ["P-SEC-01"],
    links: ["https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/in-transit-encryption.html"],
    check: (release, stack, report) => {
        report.each(storesOf(release, stack, GROUP), (group) => {
            checkEncryption(release, group, report);
            checkPassword(release, group, report);
        });
    },
});

function checkEncryption(release: Release, group: StackResource, report: Report): void {
    const place = release.values.at("redis.external.tls");
    if (
        !place.exists ||
        (group.gives("transitEncryptionMode") && group.properties.text("transitEncryptionMode") === "preferred")
    )
        return;
    const encrypts = transitEncryption(group);
    if (place.flag() === encrypts) return;
    report.violation(
        `${release.label}: ${place.path} is ${place.shown()}, but ${group.label} has transitEncryptionEnabled ${encrypts}. Make them equal.`,
        release.resource,
    );
}

function transitEncryption(group: StackResource): boolean {
    if (group.gives("transitEncryptionEnabled")) return group.properties.flag("transitEncryptionEnabled") === true;
    if (group.gives("engine") && group.properties.text("engine") === "valkey")
        throw new CannotTell(`${group.label}: transitEncryptionEnabled is not set, and ElastiCache decides`, group.urn);
    return false;
}

function checkPassword(release: Release, group: StackResource, report: Report): void {
    const place = release.values.at("externalSecrets.redis.secretArn");
    if (!place.exists) return;
    const isGiven = place.state === "unknown" || place.text() !== "";
    const asks = ["authToken", "userGroupIds"].find((property) => group.gives(property));
    if (isGiven === (asks !== undefined)) return;
    report.violation(
        asks === undefined
            ? `${release.label}: ${place.path} gives a password for ${group.label}, which has neither authToken nor userGroupIds. Set one, or leave the secret out.`
            : `${release.label}: ${place.path} is empty, but ${group.label} has ${asks}. Give the secret that holds the password.`,
        release.resource,
    );
}
