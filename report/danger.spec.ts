import assert from "node:assert/strict";
import type { PropertyMap, PropertyValue } from "../offline/stand-ins/protocol/values";
import type { Change, Operation } from "./changes";
import { type Danger, dangersOf } from "./danger";
import { DISRUPTIONS } from "./disruptions";
import { minutesOf, minutesText, minutesToReplace } from "./minutes";
import { STATEFUL } from "./stateful";

function change(type: string, operation: Operation, paths: readonly string[] = [], inputs: PropertyMap = {}): Change {
    const properties = paths.map((path) => ({ path, old: "a", new: "b", replaces: operation === "replace" }));
    return { urn: `urn:pulumi:s::p::${type}::it`, type, name: "it", operation, protect: false, properties, inputs };
}

function seen(dangers: readonly Danger[]): readonly (string | undefined)[][] {
    return dangers.map(({ effect, minutes, window }) => [effect, minutesText(minutes), window]);
}

const DOMAIN = "aws:opensearch/domain:Domain";
const GROUP = "aws:elasticache/replicationGroup:ReplicationGroup";
const INSTANCE = "aws:rds/clusterInstance:ClusterInstance";
const KAFKA = "aws:msk/cluster:Cluster";

describe("what is in use and does not pass through a change unnoticed", () => {
    const inPlace: readonly (readonly [type: string, path: string, inputs: PropertyMap, found: string[][]])[] = [
        [DOMAIN, "clusterConfig.instanceType", {}, [["blue/green deployment", "45 (15 to 180)"]]],
        [DOMAIN, "clusterConfig.instanceCount", {}, [["blue/green deployment", "45 (15 to 180)"]]],
        [DOMAIN, "clusterConfig.instanceCount", { clusterConfig: { dedicatedMasterEnabled: true } }, []],
        [DOMAIN, "vpcOptions.securityGroupIds", {}, [["blue/green deployment", "45 (15 to 180)"]]],
        [DOMAIN, "domainEndpointOptions.tlsSecurityPolicy", {}, []],
        [GROUP, "nodeType", { maintenanceWindow: "sun:1" }, [["rolling replacement", "15* (8 to 40)", "sun:1"]]],
        [GROUP, "nodeType", { applyImmediately: true }, [["rolling replacement", "15* (8 to 40)"]]],
        [GROUP, "numNodeGroups", { maintenanceWindow: "sun:1" }, [["resharding", "20* (10 to 45)"]]],
        [GROUP, "replicasPerNodeGroup", {}, []],
        [INSTANCE, "instanceClass", {}, [["restart", "15* (8 to 30)", "the maintenance window"]]],
        [INSTANCE, "promotionTier", {}, []],
        ["aws:rds/cluster:Cluster", "port", {}, [["restart", "no figure"]]],
        ["aws:rds/cluster:Cluster", "backupRetentionPeriod", {}, []],
        [KAFKA, "brokerNodeGroupInfo.instanceType", { numberOfBrokerNodes: 3 }, [["restart", "40 (30 to 45)"]]],
        [KAFKA, "brokerNodeGroupInfo.instanceType", { numberOfBrokerNodes: 30 }, [["restart", "400 (300 to 450)"]]],
        [KAFKA, "brokerNodeGroupInfo.storageInfo", {}, []],
        ["aws:eks/cluster:Cluster", "version", {}, [["upgrade", "10 (8 to 25)"]]],
        ["aws:eks/nodeGroup:NodeGroup", "launchTemplate.version", {}, [["rolling replacement", "15* (5 to 60)"]]],
        ["aws:eks/nodeGroup:NodeGroup", "scalingConfig.maxSize", {}, []],
        ["aws:kinesis/stream:Stream", "shardCount", {}, [["resharding", "2 (1 to 5)"]]],
        ["aws:iam/role:Role", "assumeRolePolicy", {}, []],
    ];
    for (const [type, path, inputs, found] of inPlace) {
        const what = found.length === 0 ? "nothing" : found.map(([effect]) => effect).join();
        it(`${type}: ${path} of ${JSON.stringify(inputs)} means ${what}`, () => {
            const expected = found.map(([effect, minutes, window]) => [effect, minutes, window]);
            assert.deepEqual(seen(dangersOf([change(type, "update", [path], inputs)])), expected);
        });
    }

    const values: readonly (readonly [
        type: string,
        path: string,
        old: PropertyValue,
        now: PropertyValue,
        effect?: string,
    ])[] = [
        ["aws:kinesis/stream:Stream", "retentionPeriod", 168, 24, "data lost"],
        ["aws:kinesis/stream:Stream", "retentionPeriod", 24, 168],
        ["aws:cloudwatch/eventArchive:EventArchive", "retentionDays", 30, 7, "data lost"],
        ["aws:cloudwatch/eventArchive:EventArchive", "retentionDays", null, 30, "data lost"],
        ["aws:cloudwatch/eventArchive:EventArchive", "retentionDays", 30, null],
        ["aws:sqs/queue:Queue", "messageRetentionSeconds", 1209600, 60, "data lost"],
        [KAFKA, "brokerNodeGroupInfo.instanceType", "kafka.m7g.large", "kafka.m7g.xlarge", "restart"],
        [KAFKA, "brokerNodeGroupInfo.instanceType", "kafka.m7g.large", "express.m7g.large", "refused by AWS"],
        [KAFKA, "brokerNodeGroupInfo.instanceType", "express.m7g.large", "express.m7g.xlarge", "restart"],
    ];
    for (const [type, path, old, now, effect] of values) {
        it(`${type}: ${path} from ${old} to ${now} means ${effect ?? "nothing"}`, () => {
            const property = { path, replaces: false, ...(old !== null && { old }), ...(now !== null && { new: now }) };
            const found = dangersOf([{ ...change(type, "update"), properties: [property] }]);
            assert.deepEqual(
                found.map((danger) => danger.effect),
                effect === undefined ? [] : [effect],
            );
        });
    }

    it("names what is lost with a replacement, the properties that cause it, and that Pulumi refuses", () => {
        const replacement = change("aws:dynamodb/table:Table", "replace", ["rangeKey"]);
        const unaffected = { path: "tags", replaces: false };
        const given = { ...replacement, protect: true, properties: [...replacement.properties, unaffected] };
        assert.deepEqual(dangersOf([given]), [
            {
                change: given,
                effect: "replaced",
                minutes: minutesToReplace("aws:dynamodb/table:Table"),
                because: "at stake: every row in it; it is protected, so Pulumi refuses",
                properties: replacement.properties,
            },
        ]);
    });

    it("counts deleting and creating for a replacement, deleting alone for a deletion", () => {
        const found = dangersOf([change(KAFKA, "replace"), change(KAFKA, "delete")]);
        assert.deepEqual(seen(found), [
            ["deleted", "8* (3 to 60)", undefined],
            ["replaced", "33* (18 to 125)", undefined],
        ]);
    });

    it("puts the worst first, and leaves out what can be made anew and what is made for the first time", () => {
        const found = dangersOf([
            change(KAFKA, "update", ["numberOfBrokerNodes"]),
            change(DOMAIN, "update", ["engineVersion"]),
            change("aws:kms/key:Key", "delete"),
            change("aws:iam/role:Role", "replace", ["name"]),
            change(DOMAIN, "create"),
        ]);
        assert.deepEqual(
            found.map(({ effect }) => effect),
            ["deleted", "blue/green deployment", "resizing"],
        );
    });

    it("has a figure for every rule that says so, and each rule is about a type with something to lose", () => {
        for (const [type, rules] of Object.entries(DISRUPTIONS)) {
            assert.ok(STATEFUL[type], type);
            for (const { duration, when } of rules) {
                if (duration !== undefined) assert.ok(minutesOf(type, "update", duration.variant), `${type} ${when}`);
            }
        }
    });
});
