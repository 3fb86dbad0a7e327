import assert from "node:assert/strict";
import { record, resolved } from "../../../test/mocks";
import { valueAt } from "../../sizing/workload";
import { PLACEMENT, THROW_AWAY, withoutAlarms } from "../placement.fixture";
import { Aurora, type AuroraArgs } from "./aurora";
import { rdsCertificates } from "./rds-certificates";

const ARGS: AuroraArgs = {
    placement: PLACEMENT,
    readers: 2,
    instanceClass: "db.r7g.2xlarge",
    maxConnections: 5000,
    engineVersion: "17",
    databaseName: "kaireon",
    backupRetentionDays: 14,
};
const create = (change: Partial<AuroraArgs> = {}) => record(() => new Aurora("postgres", { ...ARGS, ...change }));

const CLUSTER = "aws:rds/cluster:Cluster";
const INSTANCE = "aws:rds/clusterInstance:ClusterInstance";
const children = (instances: number) =>
    [
        "aws:cloudwatch/logGroup:LogGroup postgres-logs",
        "aws:iam/role:Role postgres-monitoring",
        "aws:iam/rolePolicyAttachment:RolePolicyAttachment postgres-monitoring-permission",
        `${CLUSTER} postgres`,
        ...Array.from({ length: instances }, (_, ordinal) => `${INSTANCE} postgres-${ordinal}`),
        "aws:rds/clusterParameterGroup:ClusterParameterGroup postgres-parameters",
        "aws:rds/eventSubscription:EventSubscription postgres-cluster-events",
        "aws:rds/eventSubscription:EventSubscription postgres-instance-events",
        "aws:rds/subnetGroup:SubnetGroup postgres-subnets",
        "aws:secretsmanager/secretRotation:SecretRotation postgres-password-rotation",
        "kaireon:data:EncryptionKey postgres-key",
        "kaireon:data:StoreSecurityGroup postgres-access",
    ].sort();
const SNAPSHOT = "random:index/randomId:RandomId postgres-final-snapshot";

describe("Aurora", () => {
    it("is a writer, two readers and what guards them", async () => {
        const recording = await create();
        const all = recording.children("kaireon:data:Aurora", "postgres");
        assert.deepEqual(withoutAlarms(all), [...children(3), SNAPSHOT]);
        assert.deepEqual(
            all.filter((child) => child.includes("metricAlarm")).map((child) => child.split(" ")[1]),
            [
                "postgres-connections",
                "postgres-cpu",
                "postgres-deadlocks",
                "postgres-local-storage",
                "postgres-memory",
                "postgres-replica-lag",
                "postgres-transaction-ids",
            ],
        );
    });

    it("keeps its cluster encrypted, backed up, logged and out of the program's secrets", async () => {
        const recording = await create();
        const key = "arn:aws:kms:eu-west-1:111122223333:postgres-key";
        assert.deepEqual(recording.inputs(CLUSTER, "postgres"), {
            clusterIdentifier: "kaireon-large-postgres",
            engine: "aurora-postgresql",
            engineVersion: "17",
            engineLifecycleSupport: "open-source-rds-extended-support-disabled",
            databaseName: "kaireon",
            masterUsername: "kaireon",
            manageMasterUserPassword: true,
            masterUserSecretKmsKeyId: key,
            iamDatabaseAuthenticationEnabled: true,
            port: 5432,
            vpcSecurityGroupIds: ["postgres-access-id"],
            storageEncrypted: true,
            kmsKeyId: key,
            backupRetentionPeriod: 14,
            preferredBackupWindow: "02:00-02:30",
            preferredMaintenanceWindow: "sun:03:00-sun:03:30",
            copyTagsToSnapshot: true,
            enabledCloudwatchLogsExports: ["postgresql"],
            applyImmediately: false,
            dbSubnetGroupName: "postgres-subnets",
            dbClusterParameterGroupName: "postgres-parameters",
            deletionProtection: true,
            skipFinalSnapshot: false,
            finalSnapshotIdentifier: "kaireon-large-postgres-final-c0ffee00",
            deleteAutomatedBackups: false,
        });
        const cluster = recording.resource(CLUSTER, "postgres");
        assert.equal(cluster.protect, true);
        assert.ok(cluster.waitsFor.includes("postgres-logs"));
        assert.deepEqual(recording.inputs("aws:cloudwatch/logGroup:LogGroup", "postgres-logs"), {
            name: "/aws/rds/cluster/kaireon-large-postgres/postgresql",
            retentionInDays: 365,
            kmsKeyId: key,
        });
        assert.deepEqual(recording.inputs("aws:rds/subnetGroup:SubnetGroup", "postgres-subnets")["subnetIds"], [
            "subnet-a",
            "subnet-b",
            "subnet-c",
        ]);
    });

    it("pays for no I/O by choice, in place", async () => {
        assert.equal((await create()).inputs(CLUSTER, "postgres")["storageType"], undefined);
        assert.equal((await create({ storage: "standard" })).inputs(CLUSTER, "postgres")["storageType"], undefined);
        const recording = await create({ storage: "ioOptimized" });
        assert.equal(recording.inputs(CLUSTER, "postgres")["storageType"], "aurora-iopt1");
        assert.deepEqual(withoutAlarms(recording.children("kaireon:data:Aurora", "postgres")), [
            ...children(3),
            SNAPSHOT,
        ]);
    });

    it("comes out of a snapshot with the snapshot's user and database, its own key and a new password", async () => {
        const snapshotIdentifier = "arn:aws:rds:eu-west-1:111122223333:cluster-snapshot:before-the-move";
        const recording = await create({ snapshotIdentifier, databaseName: "decisions" });
        const { resources: fresh } = await create();
        const made = fresh.find(({ type, name }) => type === CLUSTER && name === "postgres")?.inputs;
        const { databaseName: _, masterUsername: __, ...same } = made ?? {};
        assert.deepEqual(recording.inputs(CLUSTER, "postgres"), { ...same, snapshotIdentifier });
        assert.equal(valueAt(await resolved(recording.result.values), "postgres.external.database"), "decisions");
    });

    it("looks at the snapshot once: another one that is named later replaces nothing", async () => {
        for (const change of [{}, { snapshotIdentifier: "before-the-move" }]) {
            assert.deepEqual((await create(change)).resource(CLUSTER, "postgres").ignoreChanges, [
                "snapshotIdentifier",
            ]);
        }
    });

    it("goes without a trace in a throw-away stack", async () => {
        const recording = await create({ placement: THROW_AWAY });
        assert.deepEqual(withoutAlarms(recording.children("kaireon:data:Aurora", "postgres")), children(3));
        const { inputs, protect } = recording.resource(CLUSTER, "postgres");
        assert.equal(protect, false);
        assert.equal(inputs["deletionProtection"], false);
        assert.equal(inputs["skipFinalSnapshot"], true);
        assert.equal(inputs["finalSnapshotIdentifier"], undefined);
        assert.equal(inputs["deleteAutomatedBackups"], true);
    });

    it("forces TLS", async () => {
        const recording = await create();
        const inputs = recording.inputs("aws:rds/clusterParameterGroup:ClusterParameterGroup", "postgres-parameters");
        assert.equal(inputs["family"], "aurora-postgresql17");
        assert.deepEqual((inputs["parameters"] as readonly unknown[])[0], {
            name: "rds.force_ssl",
            value: "1",
            applyMethod: "immediate",
        });
    });

    it("makes every instance fit to be the writer", async () => {
        const recording = await create();
        assert.deepEqual(recording.inputs(INSTANCE, "postgres-1"), {
            clusterIdentifier: "postgres-id",
            identifier: "kaireon-large-postgres-1",
            engine: "aurora-postgresql",
            instanceClass: "db.r7g.2xlarge",
            availabilityZone: "eu-west-1b",
            dbSubnetGroupName: "postgres-subnets",
            promotionTier: 1,
            publiclyAccessible: false,
            caCertIdentifier: "rds-ca-rsa2048-g1",
            autoMinorVersionUpgrade: true,
            preferredMaintenanceWindow: "tue:03:00-tue:03:30",
            copyTagsToSnapshot: true,
            performanceInsightsEnabled: true,
            performanceInsightsKmsKeyId: "arn:aws:kms:eu-west-1:111122223333:postgres-key",
            performanceInsightsRetentionPeriod: 7,
            monitoringInterval: 60,
            monitoringRoleArn: "arn:aws:iam:eu-west-1:111122223333:postgres-monitoring",
            applyImmediately: false,
        });
        assert.ok(recording.resource(INSTANCE, "postgres-1").waitsFor.includes("postgres-monitoring-permission"));
    });

    it("gains one instance and changes nothing else when readers go from 2 to 3", async () => {
        const [two, three] = [await create(), await create({ readers: 3 })];
        const inputs = ({ resources }: typeof two) =>
            Object.fromEntries(resources.map(({ type, name, inputs }) => [`${type} ${name}`, inputs]));
        const { [`${INSTANCE} postgres-3`]: added, ...kept } = inputs(three);
        assert.equal(added?.["availabilityZone"], "eu-west-1a");
        assert.deepEqual(kept, inputs(two));
    });

    it("points the pods at writer, readers and the secret that RDS manages", async () => {
        const { result } = await create();
        const secretArn = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:rds!cluster-abcdef";
        assert.deepEqual(await resolved(result.values), {
            postgres: {
                external: {
                    host: "postgres.cluster-c0ffee.eu-west-1.rds.amazonaws.com",
                    readerHost: "postgres.cluster-ro-c0ffee.eu-west-1.rds.amazonaws.com",
                    port: 5432,
                    database: "kaireon",
                    sslMode: "verify-full",
                    caBundle: rdsCertificates("eu-west-1"),
                },
            },
            externalSecrets: { database: { secretArn } },
        });
        assert.deepEqual(await resolved(result.secretArns), [secretArn]);
        assert.deepEqual(await resolved(result.secretKeyArns), ["arn:aws:kms:eu-west-1:111122223333:postgres-key"]);
        assert.deepEqual(result.grants, []);
        assert.deepEqual(result.ports, [5432]);
        assert.equal(result.ready.length, 4);
    });

    it("gives no reader host when there are no readers", async () => {
        const { result } = await create({ readers: 0 });
        const { postgres } = await resolved(result.values);
        assert.deepEqual(postgres, {
            external: {
                host: "postgres.cluster-c0ffee.eu-west-1.rds.amazonaws.com",
                port: 5432,
                database: "kaireon",
                sslMode: "verify-full",
                caBundle: rdsCertificates("eu-west-1"),
            },
        });
        assert.equal(await resolved(result.readerEndpoint), await resolved(result.writerEndpoint));
    });

    it("lets RDS replace the password once a month, and not on the day it is made", async () => {
        const recording = await create();
        const type = "aws:secretsmanager/secretRotation:SecretRotation";
        const { rotateImmediately, rotationRules } = recording.inputs(type, "postgres-password-rotation");
        assert.equal(rotateImmediately, false);
        assert.deepEqual(rotationRules, { scheduleExpression: "cron(0 5 ? * SUN#1 *)", duration: "2h" });
    });

    for (const readers of [-1, 16, 1.5]) {
        it(`refuses ${readers} readers and names the setting`, async () => {
            const message = `postgres: readers is ${readers}; Aurora allows 0 to 15. Change postgresExternalReplicas in kaireon:values.`;
            await assert.rejects(create({ readers }), { message });
        });
    }
});
