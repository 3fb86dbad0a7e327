import assert from "node:assert/strict";
import { record, resolved } from "../../../test/mocks";
import { PLACEMENT, THROW_AWAY, withoutAlarms } from "../placement.fixture";
import { OpenSearch, type OpenSearchArgs } from "./opensearch";
import { domainAlarms } from "./opensearch-alarms";

const ARGS: OpenSearchArgs = {
    placement: PLACEMENT,
    engineVersion: "OpenSearch_2.19",
    dataInstanceType: "r7g.large.search",
    dataNodes: 3,
    masterInstanceType: "m7g.large.search",
    volumeGb: 200,
    clientRoleArns: ["arn:aws:iam::111122223333:role/api", "arn:aws:iam::111122223333:role/worker"],
};
const create = (change: Partial<OpenSearchArgs> = {}) => record(() => new OpenSearch("search", { ...ARGS, ...change }));

const DOMAIN = "aws:opensearch/domain:Domain";
const KEY = "arn:aws:kms:eu-west-1:111122223333:search-key";
const ADMIN = "arn:aws:iam:eu-west-1:111122223333:search-admin";
const DOMAIN_ARN = "arn:aws:opensearch:eu-west-1:111122223333:search";
const HTTP = ["es:ESHttpDelete", "es:ESHttpGet", "es:ESHttpHead", "es:ESHttpPatch", "es:ESHttpPost", "es:ESHttpPut"];
const CHILDREN = [
    "aws:cloudwatch/logGroup:LogGroup search-application-logs",
    "aws:cloudwatch/logGroup:LogGroup search-audit-logs",
    "aws:cloudwatch/logGroup:LogGroup search-index-slow-logs",
    "aws:cloudwatch/logGroup:LogGroup search-search-slow-logs",
    "aws:cloudwatch/logResourcePolicy:LogResourcePolicy search-log-writer",
    "aws:iam/role:Role search-admin",
    `${DOMAIN} search`,
    "aws:opensearch/domainPolicy:DomainPolicy search-policy",
    "kaireon:data:EncryptionKey search-key",
    "kaireon:data:StoreSecurityGroup search-access",
];

describe("OpenSearch", () => {
    it("is a domain with its logs, its master user's role and its access policy", async () => {
        const recording = await create();
        const all = recording.children("kaireon:data:OpenSearch", "search");
        assert.deepEqual(withoutAlarms(all), CHILDREN);
        assert.equal(all.length - withoutAlarms(all).length, 13);
    });

    it("lies in the data subnets of three zones with dedicated masters, encrypted on disk and on the wire", async () => {
        const recording = await create();
        const { logPublishingOptions, ...inputs } = recording.inputs(DOMAIN, "search");
        assert.deepEqual(inputs, {
            engineVersion: "OpenSearch_2.19",
            clusterConfig: {
                instanceType: "r7g.large.search",
                instanceCount: 3,
                dedicatedMasterEnabled: true,
                dedicatedMasterType: "m7g.large.search",
                dedicatedMasterCount: 3,
                zoneAwarenessEnabled: true,
                zoneAwarenessConfig: { availabilityZoneCount: 3 },
                multiAzWithStandbyEnabled: false,
            },
            ebsOptions: { ebsEnabled: true, volumeType: "gp3", volumeSize: 200 },
            vpcOptions: { subnetIds: ["subnet-a", "subnet-b", "subnet-c"], securityGroupIds: ["search-access-id"] },
            encryptAtRest: { enabled: true, kmsKeyId: KEY },
            nodeToNodeEncryption: { enabled: true },
            domainEndpointOptions: { enforceHttps: true, tlsSecurityPolicy: "Policy-Min-TLS-1-2-PFS-2023-10" },
            advancedSecurityOptions: {
                enabled: true,
                internalUserDatabaseEnabled: false,
                masterUserOptions: { masterUserArn: ADMIN },
            },
            autoTuneOptions: { desiredState: "ENABLED", rollbackOnDisable: "NO_ROLLBACK", useOffPeakWindow: true },
            offPeakWindowOptions: {
                enabled: true,
                offPeakWindow: { windowStartTime: { hours: 17, minutes: 0 } },
            },
            softwareUpdateOptions: { autoSoftwareUpdateEnabled: true },
        });
        assert.deepEqual(
            (logPublishingOptions as readonly { logType: string }[]).map(({ logType }) => logType),
            ["SEARCH_SLOW_LOGS", "INDEX_SLOW_LOGS", "ES_APPLICATION_LOGS", "AUDIT_LOGS"],
        );
    });

    const clusterConfig = async (change: Partial<OpenSearchArgs>) => {
        const { clusterConfig, vpcOptions } = (await create(change)).inputs(DOMAIN, "search");
        return [clusterConfig, (vpcOptions as { readonly subnetIds: readonly string[] }).subnetIds];
    };

    it("does without masters of their own by choice, and spreads its nodes over as many zones as they reach", async () => {
        const small = { dedicatedMasters: false, dataInstanceType: "t3.small.search" };
        const nodes = (instanceCount: number) => ({
            instanceType: "t3.small.search",
            instanceCount,
            dedicatedMasterEnabled: false,
            multiAzWithStandbyEnabled: false,
        });
        assert.deepEqual(await clusterConfig({ ...small, dataNodes: 1 }), [
            { ...nodes(1), zoneAwarenessEnabled: false },
            ["subnet-a"],
        ]);
        const aware = (availabilityZoneCount: number) => ({
            zoneAwarenessEnabled: true,
            zoneAwarenessConfig: { availabilityZoneCount },
        });
        assert.deepEqual(await clusterConfig({ ...small, dataNodes: 2 }), [
            { ...nodes(2), ...aware(2) },
            ["subnet-a", "subnet-b"],
        ]);
        for (const dataNodes of [3, 6]) {
            assert.deepEqual(await clusterConfig({ ...small, dataNodes }), [
                { ...nodes(dataNodes), ...aware(3) },
                ["subnet-a", "subnet-b", "subnet-c"],
            ]);
        }
    });

    it("keeps its masters over one data node where nobody says otherwise", async () => {
        const [config] = await clusterConfig({ dataNodes: 1 });
        assert.equal((config as { readonly dedicatedMasterCount: number }).dedicatedMasterCount, 3);
    });

    it("says that T nodes are not to be tuned, which AWS would try and refuse", async () => {
        const recording = await create({ dataInstanceType: "t3.small.search" });
        assert.deepEqual(recording.inputs(DOMAIN, "search")["autoTuneOptions"], {
            desiredState: "DISABLED",
            rollbackOnDisable: "NO_ROLLBACK",
        });
    });

    it("waits for the right to write its logs, without which AWS refuses it", async () => {
        const recording = await create();
        assert.ok(recording.resource(DOMAIN, "search").waitsFor.includes("search-log-writer"));
        const type = "aws:cloudwatch/logResourcePolicy:LogResourcePolicy";
        assert.equal(recording.inputs(type, "search-log-writer")["policyName"], "kaireon-large-search");
        const log = (role: string) => `arn:aws:logs:eu-west-1:111122223333:log-group:search-${role}:*`;
        assert.deepEqual(recording.json(type, "search-log-writer", "policyDocument"), {
            Version: "2012-10-17",
            Statement: [
                {
                    Effect: "Allow",
                    Principal: { Service: "es.amazonaws.com" },
                    Action: ["logs:CreateLogStream", "logs:PutLogEvents", "logs:PutLogEventsBatch"],
                    Resource: ["search-slow-logs", "index-slow-logs", "application-logs", "audit-logs"].map(log),
                    Condition: { StringEquals: { "aws:SourceAccount": "111122223333" } },
                },
            ],
        });
    });

    it("admits the tiers' roles and the master user's, and nobody else", async () => {
        const recording = await create();
        assert.deepEqual(
            recording.json("aws:opensearch/domainPolicy:DomainPolicy", "search-policy", "accessPolicies"),
            {
                Version: "2012-10-17",
                Statement: [
                    {
                        Effect: "Allow",
                        Principal: { AWS: [ADMIN, ...ARGS.clientRoleArns] },
                        Action: HTTP,
                        Resource: `${DOMAIN_ARN}/*`,
                    },
                ],
            },
        );
    });

    it("lets one service account act as the master user", async () => {
        const recording = await create();
        const trust = JSON.stringify(recording.json("aws:iam/role:Role", "search-admin", "assumeRolePolicy"));
        assert.match(trust, /"aws:RequestTag\/kubernetes-namespace":"kaireon-search-admin"/);
        assert.match(trust, /"aws:RequestTag\/kubernetes-service-account":"search-admin"/);
    });

    it("makes the account's service-linked role only when told that there is none, and first", async () => {
        const recording = await create({ createServiceLinkedRole: true });
        const type = "aws:iam/serviceLinkedRole:ServiceLinkedRole";
        assert.deepEqual(
            withoutAlarms(recording.children("kaireon:data:OpenSearch", "search")),
            [...CHILDREN, `${type} search-service`].sort(),
        );
        assert.deepEqual(recording.inputs(type, "search-service"), {
            awsServiceName: "opensearchservice.amazonaws.com",
        });
        assert.ok(recording.resource(DOMAIN, "search").waitsFor.includes("search-service"));
    });

    it("is protected, unless the stack is a throw-away", async () => {
        assert.equal((await create()).resource(DOMAIN, "search").protect, true);
        assert.equal((await create({ placement: THROW_AWAY })).resource(DOMAIN, "search").protect, false);
    });

    it("points the pods at the endpoint and lets api and worker call it", async () => {
        const { result } = await create();
        assert.deepEqual(await resolved(result.values), {
            config: { SEARCH_INDEX: "opensearch" },
            opensearch: {
                enabled: true,
                endpoint: "vpc-search-c0ffee.eu-west-1.es.amazonaws.com",
                region: "eu-west-1",
            },
        });
        assert.deepEqual(await resolved(result.grants), [
            {
                tiers: ["api", "worker"],
                statements: [{ Effect: "Allow", Action: HTTP, Resource: `${DOMAIN_ARN}/*` }],
            },
        ]);
        assert.deepEqual([result.ports, result.secretArns], [[443], []]);
        assert.equal(result.ready.length, 3);
    });
});

describe("alarms of the domain", () => {
    const rows = domainAlarms({
        domainName: "search",
        accountId: "111122223333",
        dataNodes: 3,
        masterNodes: 3,
        volumeGb: 200,
    });

    it("ring at a quarter of a node's volume and at a missing node, data or master", () => {
        const row = (key: string) => rows.find((candidate) => candidate.key === key);
        assert.equal(row("storage")?.threshold, 51_200);
        assert.equal(row("storage")?.comparison, "below");
        assert.equal(row("nodes")?.threshold, 6);
        assert.equal(row("nodes")?.missingData, "breaching");
    });

    it("do not ask after masters that are none, nor after a second node's copies", () => {
        const keys = (dataNodes: number, masterNodes: number) =>
            domainAlarms({ domainName: "search", accountId: "111122223333", volumeGb: 10, dataNodes, masterNodes }).map(
                ({ key }) => key,
            );
        const masters = ["master-unreachable", "master-jvm-memory", "master-cpu"];
        assert.deepEqual(
            keys(3, 3).filter((key) => !keys(3, 0).includes(key)),
            masters,
        );
        assert.deepEqual(
            keys(2, 0).filter((key) => !keys(1, 0).includes(key)),
            ["yellow"],
        );
    });

    it("name the domain and its account, as OpenSearch files its metrics", () => {
        for (const { series } of rows) {
            assert.deepEqual(
                series.map(({ dimensions }) => dimensions),
                [{ DomainName: "search", ClientId: "111122223333" }],
            );
        }
    });
});
