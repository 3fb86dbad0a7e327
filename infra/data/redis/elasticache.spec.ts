import assert from "node:assert/strict";
import { record, resolved } from "../../../test/mocks";
import { PLACEMENT, THROW_AWAY, withoutAlarms } from "../placement.fixture";
import { ElastiCache, type ElastiCacheArgs } from "./elasticache";
import { redisAlarms } from "./elasticache-alarms";
import { parameterFamily, type RedisEngine } from "./engine";

const ARGS: ElastiCacheArgs = {
    placement: PLACEMENT,
    nodeType: "cache.r7g.xlarge",
    engine: "valkey",
    engineVersion: "8.1",
    shards: 3,
    replicasPerShard: 2,
};
const create = (change: Partial<ElastiCacheArgs> = {}) =>
    record(() => new ElastiCache("redis", { ...ARGS, ...change }));

const GROUP = "aws:elasticache/replicationGroup:ReplicationGroup";
const SECRET = "aws:secretsmanager/secret:Secret";
const KEY = "arn:aws:kms:eu-west-1:111122223333:redis-key";
const CHILDREN = [
    "aws:cloudwatch/logGroup:LogGroup redis-engine-log",
    "aws:cloudwatch/logGroup:LogGroup redis-slow-log",
    "aws:elasticache/parameterGroup:ParameterGroup redis-parameters",
    `${GROUP} redis`,
    "aws:elasticache/subnetGroup:SubnetGroup redis-subnets",
    `${SECRET} redis-auth`,
    "aws:secretsmanager/secretVersion:SecretVersion redis-auth-version",
    "kaireon:data:EncryptionKey redis-key",
    "kaireon:data:StoreSecurityGroup redis-access",
];
const PASSWORD = "random:index/randomPassword:RandomPassword redis-auth-token";
const SNAPSHOT = "random:index/randomId:RandomId redis-final-snapshot";

describe("ElastiCache", () => {
    it("is a cluster with its parameters, logs, password and network rule, and five alarms per shard", async () => {
        const recording = await create();
        const all = recording.children("kaireon:data:ElastiCache", "redis");
        assert.deepEqual(withoutAlarms(all), [...CHILDREN, SNAPSHOT, PASSWORD]);
        assert.equal(all.length - withoutAlarms(all).length, 15);
    });

    it("runs in cluster mode over three zones, behind TLS and a password, encrypted", async () => {
        const recording = await create();
        const { logDeliveryConfigurations, authToken, ...inputs } = recording.inputs(GROUP, "redis");
        assert.deepEqual(inputs, {
            description: "Cache and queues of the platform (kaireon-large-redis)",
            engine: "valkey",
            engineVersion: "8.1",
            autoMinorVersionUpgrade: true,
            nodeType: "cache.r7g.xlarge",
            numNodeGroups: 3,
            replicasPerNodeGroup: 2,
            clusterMode: "enabled",
            automaticFailoverEnabled: true,
            multiAzEnabled: true,
            port: 6379,
            securityGroupIds: ["redis-access-id"],
            transitEncryptionEnabled: true,
            transitEncryptionMode: "required",
            atRestEncryptionEnabled: true,
            kmsKeyId: KEY,
            authTokenUpdateStrategy: "ROTATE",
            snapshotRetentionLimit: 7,
            snapshotWindow: "01:00-02:00",
            maintenanceWindow: "sun:04:00-sun:05:00",
            applyImmediately: false,
            subnetGroupName: "redis-subnets",
            parameterGroupName: "redis-parameters",
            finalSnapshotIdentifier: "kaireon-large-redis-final-c0ffee00",
        });
        assert.deepEqual(
            logDeliveryConfigurations,
            ["slow-log", "engine-log"].map((logType) => ({
                destination: `redis-${logType}`,
                destinationType: "cloudwatch-logs",
                logFormat: "json",
                logType,
            })),
        );
        assert.equal(typeof authToken, "string");
        assert.equal(recording.resource(GROUP, "redis").protect, true);
    });

    it("spreads over zones while there is a copy to spread, and keeps the failover that cluster mode demands", async () => {
        for (const [shards, replicasPerShard, multiAzEnabled] of [
            [3, 1, true],
            [1, 1, true],
            [3, 0, false],
            [1, 0, false],
        ] as const) {
            const recording = await create({ shards, replicasPerShard });
            const inputs = recording.inputs(GROUP, "redis");
            assert.deepEqual(
                [inputs["multiAzEnabled"], inputs["automaticFailoverEnabled"], inputs["clusterMode"]],
                [multiAzEnabled, true, "enabled"],
            );
            assert.deepEqual([inputs["numNodeGroups"], inputs["replicasPerNodeGroup"]], [shards, replicasPerShard]);
        }
    });

    it("keeps BullMQ's jobs: nothing is evicted", async () => {
        const recording = await create();
        const inputs = recording.inputs("aws:elasticache/parameterGroup:ParameterGroup", "redis-parameters");
        assert.equal(inputs["family"], "valkey8");
        assert.deepEqual(inputs["parameters"], [
            { name: "cluster-enabled", value: "yes" },
            { name: "maxmemory-policy", value: "noeviction" },
        ]);
    });

    for (const [nodeType, percent] of [
        ["cache.t4g.micro", "50"],
        ["cache.t4g.small", "30"],
    ] as const) {
        it(`keeps ${percent} % of ${nodeType} free for snapshots, as AWS advises`, async () => {
            const recording = await create({ nodeType });
            const inputs = recording.inputs("aws:elasticache/parameterGroup:ParameterGroup", "redis-parameters");
            assert.deepEqual((inputs["parameters"] as readonly unknown[])[2], {
                name: "reserved-memory-percent",
                value: percent,
            });
        });
    }

    it("holds its password as a secret everywhere, and gives the pods the JSON that they read", async () => {
        const recording = await create();
        assert.ok(recording.resource(GROUP, "redis").secretInputs.includes("authToken"));
        const version = recording.resource("aws:secretsmanager/secretVersion:SecretVersion", "redis-auth-version");
        assert.deepEqual(version.secretInputs, ["secretString"]);
        assert.deepEqual(JSON.parse(String(version.inputs["secretString"])), {
            password: recording.inputs(GROUP, "redis")["authToken"],
        });
        const type = "random:index/randomPassword:RandomPassword";
        assert.deepEqual(recording.inputs(type, "redis-auth-token"), { length: 64, special: false });
        assert.equal(recording.inputs(SECRET, "redis-auth")["kmsKeyId"], KEY);
        assert.equal(recording.inputs(SECRET, "redis-auth")["recoveryWindowInDays"], 30);
    });

    it("goes without a trace in a throw-away stack", async () => {
        const recording = await create({ placement: THROW_AWAY });
        const all = recording.children("kaireon:data:ElastiCache", "redis");
        assert.deepEqual(withoutAlarms(all), [...CHILDREN, PASSWORD]);
        assert.equal(recording.resource(GROUP, "redis").protect, false);
        assert.equal(recording.inputs(GROUP, "redis")["finalSnapshotIdentifier"], undefined);
        assert.equal(recording.inputs(SECRET, "redis-auth")["recoveryWindowInDays"], 0);
    });

    it("points the pods at the configuration endpoint", async () => {
        const { result } = await create();
        assert.deepEqual(await resolved(result.values), {
            redis: {
                external: { host: "clustercfg.redis.c0ffee.euw1.cache.amazonaws.com", port: 6379, tls: true },
            },
            externalSecrets: {
                redis: { secretArn: "arn:aws:secretsmanager:eu-west-1:111122223333:redis-auth" },
            },
        });
        assert.deepEqual(result.ports, [6379]);
        assert.deepEqual(result.grants, []);
        assert.deepEqual(await resolved(result.secretKeyArns), [KEY]);
        assert.equal(result.ready.length, 3);
    });
});

describe("a parameter family", () => {
    for (const [engine, version, family] of [
        ["valkey", "7.2", "valkey7"],
        ["valkey", "8.1", "valkey8"],
        ["redis", "7.1", "redis7"],
        ["redis", "6.2", "redis6.x"],
    ] as readonly (readonly [RedisEngine, string, string])[]) {
        it(`of ${engine} ${version} is ${family}`, () => assert.equal(parameterFamily(engine, version), family));
    }
});

describe("alarms of the cache", () => {
    it("ask after replicas only where there are some", () => {
        const keys = (replicasPerShard: number) =>
            redisAlarms({ replicationGroupId: "redis", shards: 1, replicasPerShard }).map(({ key }) => key);
        const always = ["shard-1-memory", "shard-1-cpu", "shard-1-evictions", "shard-1-connections"];
        assert.deepEqual(keys(0), always);
        assert.deepEqual(keys(1), [...always, "shard-1-replication-lag"]);
    });

    it("watch the worst node of each shard by its number", async () => {
        const rows = redisAlarms({ replicationGroupId: "redis-1a2b3c4", shards: 2, replicasPerShard: 1 });
        assert.deepEqual(
            rows.map(({ key }) => key).filter((key) => key.endsWith("memory")),
            ["shard-1-memory", "shard-2-memory"],
        );
        const last = rows.find(({ key }) => key === "shard-2-memory");
        assert.deepEqual(await resolved(last?.series.map(({ dimensions }) => dimensions) ?? []), [
            { CacheClusterId: "redis-1a2b3c4-0002-001" },
            { CacheClusterId: "redis-1a2b3c4-0002-002" },
        ]);
        assert.equal(last?.expression, "MAX(METRICS())");
    });
});
