import * as rds from "@pulumi/aws/rds";
import * as secretsmanager from "@pulumi/aws/secretsmanager";
import * as pulumi from "@pulumi/pulumi";
import type { ChartValues } from "../../app/chart-values";
import { createAlarms } from "../alarms";
import type { Backend, StorePlacement, TierGrant } from "../backend";
import { EncryptionKey } from "../encryption-key";
import { PASSWORD_ROTATION } from "../maintenance-windows";
import { StoreSecurityGroup } from "../store-security-group";
import { auroraAlarms } from "./aurora-alarms";
import { type AuroraStorage, createCluster } from "./aurora-cluster";
import { createInstances, MAX_READERS } from "./aurora-instances";
import { rdsCertificates } from "./rds-certificates";

export interface AuroraArgs {
    readonly placement: StorePlacement;
    /** The overlay's `postgresExternalReplicas`: 0 to 15. */
    readonly readers: number;
    /** Of the writer and every reader, so that any of them can take over: `db.r7g.2xlarge`. */
    readonly instanceClass: string;
    /** `max_connections` of the class, for the alarm. */
    readonly maxConnections: number;
    /** 15 or newer. A major alone (`17`) leaves minor releases to AWS; `17.6` pins one. */
    readonly engineVersion: string;
    /** With a snapshot: what the database is called in it. */
    readonly databaseName: string;
    /** Default: standard. */
    readonly storage?: AuroraStorage;
    /** Name or ARN of a cluster snapshot, or ARN of an instance snapshot, that the database is made from; read once. Default: an empty database. */
    readonly snapshotIdentifier?: string | undefined;
    /** 7 to 35. */
    readonly backupRetentionDays: number;
}

/** What the chart's URLs and network policies say too. */
const PORT = 5432;

/** `postgres.mode: external` as Aurora PostgreSQL: one writer and the readers over three zones, its password managed by RDS. */
export class Aurora extends pulumi.ComponentResource implements Backend {
    readonly writerEndpoint: pulumi.Output<string>;
    /** The writer's when there are no readers. */
    readonly readerEndpoint: pulumi.Output<string>;
    /** JSON with `username` and `password`; RDS replaces the password every month. */
    readonly masterSecretArn: pulumi.Output<string>;
    readonly securityGroupId: pulumi.Output<string>;
    readonly values: ChartValues;
    readonly grants: readonly TierGrant[] = [];
    readonly ports = [PORT];
    readonly secretArns: readonly pulumi.Output<string>[];
    readonly secretKeyArns: readonly pulumi.Output<string>[];
    readonly ready: readonly pulumi.Resource[];

    constructor(name: string, args: AuroraArgs, opts?: pulumi.ComponentResourceOptions) {
        super("kaireon:data:Aurora", name, {}, opts);
        if (!Number.isInteger(args.readers) || args.readers < 0 || args.readers > MAX_READERS) {
            const rule = `Aurora allows 0 to ${MAX_READERS}. Change postgresExternalReplicas in kaireon:values.`;
            throw new pulumi.ResourceError(`${name}: readers is ${args.readers}; ${rule}`, this);
        }
        const child = { parent: this };
        const { placement } = args;
        // Fixed, because RDS derives the log group's name from it and the provider's own choice is known only after creation.
        const identifier = `${placement.namePrefix}-${name}`;

        const key = new EncryptionKey(
            `${name}-key`,
            { ...placement, description: `Aurora cluster ${identifier}`, services: ["logs"] },
            child,
        );
        const group = new StoreSecurityGroup(`${name}-access`, { placement, store: "PostgreSQL", port: PORT }, child);
        const cluster = createCluster(
            name,
            { storage: "standard", ...args, identifier, port: PORT, keyArn: key.arn, groupId: group.id },
            child,
        );
        const members = createInstances(name, { ...args, identifier, cluster, keyArn: key.arn }, child);
        this.masterSecretArn = masterSecretArn(name, cluster);
        new secretsmanager.SecretRotation(
            `${name}-password-rotation`,
            // RDS rotates it every week by default, on a day of its own; each time the pods restart.
            { secretId: this.masterSecretArn, rotateImmediately: false, rotationRules: PASSWORD_ROTATION },
            child,
        );
        createEventSubscriptions(name, cluster, placement.alarmTopicArn, child);
        createAlarms(
            name,
            {
                namespace: "AWS/RDS",
                topicArn: placement.alarmTopicArn,
                rows: auroraAlarms({ clusterIdentifier: identifier, ...args }),
            },
            { ...child, dependsOn: members },
        );

        this.writerEndpoint = cluster.endpoint;
        this.readerEndpoint = args.readers > 0 ? cluster.readerEndpoint : cluster.endpoint;
        this.securityGroupId = group.id;
        this.values = {
            postgres: {
                external: {
                    host: this.writerEndpoint,
                    ...(args.readers > 0 ? { readerHost: this.readerEndpoint } : {}),
                    port: PORT,
                    database: args.databaseName,
                    sslMode: "verify-full",
                    caBundle: rdsCertificates(placement.region),
                },
            },
            externalSecrets: { database: { secretArn: this.masterSecretArn } },
        };
        this.secretArns = [this.masterSecretArn];
        this.secretKeyArns = [key.arn];
        // Every instance, because any of them may have become the writer.
        this.ready = [group.rule, ...members];
        this.registerOutputs({ writerEndpoint: this.writerEndpoint, readerEndpoint: this.readerEndpoint });
    }
}

/** The secret that RDS made for the master user. */
function masterSecretArn(name: string, cluster: rds.Cluster): pulumi.Output<string> {
    return cluster.masterUserSecrets.apply((secrets) => {
        const [secret] = secrets;
        if (secret === undefined)
            throw new pulumi.RunError(`${name}: RDS reports no secret of its own for the master user.`);
        return secret.secretArn;
    });
}

/** Failovers, maintenance and failures that no metric shows. */
function createEventSubscriptions(
    name: string,
    cluster: rds.Cluster,
    snsTopic: pulumi.Input<string>,
    child: pulumi.CustomResourceOptions,
): void {
    new rds.EventSubscription(
        `${name}-cluster-events`,
        {
            snsTopic,
            sourceType: "db-cluster",
            sourceIds: [cluster.id],
            eventCategories: ["failover", "failure", "maintenance", "notification"],
        },
        child,
    );
    new rds.EventSubscription(
        `${name}-instance-events`,
        {
            snsTopic,
            // Without source ids: of all instances of the region, so that a new reader is heard without a change here.
            sourceType: "db-instance",
            eventCategories: ["availability", "configuration change", "failure", "low storage", "maintenance"],
        },
        child,
    );
}
