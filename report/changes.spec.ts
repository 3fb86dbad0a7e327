import assert from "node:assert/strict";
import { changesOf } from "./changes";
import { SECRET } from "./property-diff";
import { ALARM, AURORA, created, DOMAIN, deleted, RELEASE, replaced, unchanged, updated } from "./steps.fixture";

describe("the changes of a preview", () => {
    it("are one for each resource, sorted by name; a replacement's steps are one change", () => {
        const { changes, unchanged: same } = changesOf([
            deleted(DOMAIN),
            ...replaced(AURORA, { databaseName: "a" }, { databaseName: "b" }, ["databaseName"]),
            created(ALARM),
            unchanged(RELEASE),
        ]);
        assert.deepEqual(
            changes.map(({ name, type, operation, protect }) => [name, type, operation, protect]),
            [
                ["postgres", "aws:rds/cluster:Cluster", "replace", true],
                ["postgres-cpu", "aws:cloudwatch/metricAlarm:MetricAlarm", "create", false],
                ["search", "aws:opensearch/domain:Domain", "delete", false],
            ],
        );
        assert.equal(same, 1);
    });

    it("leave components, providers and the stack out", () => {
        const component = created("urn:pulumi:large::kaireon::kaireon:data:Aurora::postgres");
        const provider = created("urn:pulumi:large::kaireon::pulumi:providers:aws::default");
        const { new: made, ...rest } = component;
        assert.ok(made);
        assert.deepEqual(changesOf([{ ...rest, new: { ...made, custom: false } }, provider]), {
            changes: [],
            unchanged: 0,
        });
    });

    const propertiesOf = (...steps: Parameters<typeof changesOf>[0]) => changesOf(steps).changes[0]?.properties;

    it("mark the properties that make a replacement", () => {
        const steps = replaced(AURORA, { databaseName: "a", port: 1 }, { databaseName: "b", port: 2 }, [
            "databaseName",
        ]);
        assert.deepEqual(propertiesOf(...steps), [
            { path: "databaseName", old: "a", new: "b", replaces: true },
            { path: "port", old: 1, new: 2, replaces: false },
        ]);
    });

    it("name no property that did not change as the cause of a replacement that follows from another", () => {
        const steps = replaced(AURORA, { cluster: "a", group: "g" }, { cluster: "b", group: "g" }, [
            "cluster",
            "group",
        ]);
        assert.deepEqual(propertiesOf(...steps), [{ path: "cluster", old: "a", new: "b", replaces: true }]);
    });

    it("hold a secret that changes without showing it, and what the provider found changed outside", () => {
        const detailedDiff = { "auth.token": { diffKind: "update" }, tags: { diffKind: "update" } };
        const step = updated(AURORA, { auth: { token: SECRET } }, { auth: { token: SECRET } });
        assert.deepEqual(propertiesOf({ ...step, detailedDiff }), [
            { path: "auth.token", old: SECRET, new: SECRET, replaces: false },
            { path: "tags", replaces: false },
        ]);
    });
});
