import { type PropertyMap, text } from "../protocol/values";
import { prefixedName } from "../resources/names";
import type { Instance, Refusal, Rows } from "../resources/row";
import { arn } from "./arn";

/** What RDS puts into every host name of an account and region. */
const ACCOUNT_HOST = "c1a2b3c4d5e6";

function of(instance: Instance, input: string): string {
    return text(instance.inputs[input]);
}

function domain(instance: Instance): string {
    return `${ACCOUNT_HOST}.${instance.region}.rds.amazonaws.com`;
}

function parameterGroup(kind: "pg" | "cluster-pg", creates: string): Rows[string] {
    return {
        creates,
        id: (instance) => of(instance, "name"),
        outputs: (instance) => ({ arn: arn(instance, "rds", `${kind}:${of(instance, "name")}`) }),
        replaceOn: ["name", "namePrefix", "family", "description"],
        defaults: { description: "Managed by Pulumi" },
    };
}

export const rds: Rows = {
    "aws:rds/cluster:Cluster": {
        creates: "rds:CreateDBCluster",
        // The provider names a cluster when it creates it, so that a preview does not know the name.
        id: (instance) =>
            of(instance, "clusterIdentifier") ||
            prefixedName(instance.inputs["clusterIdentifierPrefix"], instance.hex(12)),
        outputs: clusterOutputs,
        replaceOn: [
            "availabilityZones",
            "clusterIdentifier",
            "clusterIdentifierPrefix",
            "clusterScalabilityType",
            "databaseName",
            "dbSubnetGroupName",
            "dbSystemId",
            "engine",
            "engineMode",
            "kmsKeyId",
            "masterUsername",
            "restoreToPointInTime",
            "s3Import",
            "sourceRegion",
            "storageEncrypted",
        ],
        // Another snapshot is another cluster; naming none any more leaves the cluster as it is.
        replaceWhen: { snapshotIdentifier: (_, now) => text(now) !== "" },
        recompute: ["engineVersionActual"],
        refuse: refuseCluster,
        refuseDelete: refuseClusterDelete,
    },
    "aws:rds/clusterInstance:ClusterInstance": {
        creates: "rds:CreateDBInstance",
        id: (instance) =>
            of(instance, "identifier") || prefixedName(instance.inputs["identifierPrefix"], instance.hex(12)),
        outputs: (instance) => ({
            arn: arn(instance, "rds", `db:${instance.id}`),
            identifier: instance.id,
            identifierPrefix: of(instance, "identifier") === "" ? "tf-" : "",
            availabilityZone: `${instance.region}a`,
            caCertIdentifier: "rds-ca-rsa2048-g1",
            dbiResourceId: `db-${instance.hex(26, "dbi").toUpperCase()}`,
            endpoint: `${instance.id}.${domain(instance)}`,
            engineVersion: "17.5",
            engineVersionActual: of(instance, "engineVersion") || "17.5",
            networkType: "IPV4",
            port: 5432,
            preferredBackupWindow: "02:00-03:00",
            preferredMaintenanceWindow: "sun:04:00-sun:05:00",
            storageEncrypted: true,
            writer: false,
        }),
        replaceOn: [
            "availabilityZone",
            "clusterIdentifier",
            "customIamInstanceProfile",
            "dbSubnetGroupName",
            "engine",
            "identifier",
            "identifierPrefix",
        ],
        recompute: ["engineVersionActual"],
    },
    "aws:rds/subnetGroup:SubnetGroup": {
        creates: "rds:CreateDBSubnetGroup",
        id: (instance) => of(instance, "name"),
        outputs: (instance) => ({
            arn: arn(instance, "rds", `subgrp:${of(instance, "name")}`),
            supportedNetworkTypes: ["IPV4"],
        }),
        replaceOn: ["name", "namePrefix"],
        defaults: { description: "Managed by Pulumi" },
    },
    "aws:rds/parameterGroup:ParameterGroup": parameterGroup("pg", "rds:CreateDBParameterGroup"),
    "aws:rds/clusterParameterGroup:ClusterParameterGroup": parameterGroup(
        "cluster-pg",
        "rds:CreateDBClusterParameterGroup",
    ),
    "aws:rds/eventSubscription:EventSubscription": {
        creates: "rds:CreateEventSubscription",
        id: (instance) => of(instance, "name"),
        outputs: (instance) => ({
            arn: arn(instance, "rds", `es:${of(instance, "name")}`),
            customerAwsId: instance.accountId,
        }),
        replaceOn: ["name", "namePrefix"],
    },
};

function clusterOutputs(instance: Instance): PropertyMap {
    const version = of(instance, "engineVersion") || "17.5";
    const managed = instance.inputs["manageMasterUserPassword"] === true;
    const resourceId = `cluster-${instance.hex(26, "resource").toUpperCase()}`;
    return {
        arn: arn(instance, "rds", `cluster:${instance.id}`),
        clusterIdentifier: instance.id,
        clusterIdentifierPrefix: of(instance, "clusterIdentifier") === "" ? "tf-" : "",
        clusterResourceId: resourceId,
        endpoint: `${instance.id}.cluster-${domain(instance)}`,
        readerEndpoint: `${instance.id}.cluster-ro-${domain(instance)}`,
        hostedZoneId: "Z29XKXDKYMONMX",
        availabilityZones: ["a", "b", "c"].map((zone) => instance.region + zone),
        backupRetentionPeriod: 1,
        engineVersion: version,
        engineVersionActual: version,
        masterUsername: "postgres",
        masterUserSecrets: managed
            ? [
                  {
                      kmsKeyId: of(instance, "masterUserSecretKmsKeyId"),
                      secretArn: arn(
                          instance,
                          "secretsmanager",
                          `secret:rds!${resourceId.toLowerCase()}-${instance.hex(6, "secret")}`,
                      ),
                      secretStatus: "active",
                  },
              ]
            : [],
        networkType: "IPV4",
        port: 5432,
        preferredBackupWindow: "02:00-03:00",
        preferredMaintenanceWindow: "sun:04:00-sun:05:00",
    };
}

/** A cluster begins in one way. */
function refuseCluster(inputs: PropertyMap): Refusal | undefined {
    if ((inputs["snapshotIdentifier"] ?? null) === null) return undefined;
    const other = ["restoreToPointInTime", "globalClusterIdentifier"].find((name) => (inputs[name] ?? null) !== null);
    if (other === undefined) return undefined;
    return { property: other, problem: `snapshotIdentifier and ${other} exclude each other. Remove one.` };
}

function refuseClusterDelete(state: PropertyMap): string | undefined {
    if (state["deletionProtection"] === true) {
        return "operation error RDS: DeleteDBCluster, https response error StatusCode: 400, InvalidParameterCombination: Cannot delete protected Cluster, please disable deletion protection and try again.";
    }
    if (state["skipFinalSnapshot"] !== true && text(state["finalSnapshotIdentifier"]) === "") {
        return "RDS Cluster final_snapshot_identifier is required when skip_final_snapshot is false";
    }
    return undefined;
}
